import { mkdir } from "node:fs/promises";
import { launch } from "./browser/lib/browser.mjs";
import { serve } from "./browser/lib/server.mjs";
import { openKiosk, seen } from "./browser/lib/kiosk.mjs";
const shared = { browser: await launch(), server: await serve() };
const sizes = { l: [1920,1080], p: [1080,1920], k: [3840,2160] };
const which = process.argv[2] ?? "l", langs = process.argv[3] ?? "ja";
await mkdir("/tmp/p1-shots", { recursive: true });
for (const w of which) {
  const [width, height] = sizes[w];
  const o = await openKiosk(shared, { settings: { languages: langs.split(","), pin: "1234", share: "https://example.jp/shigoto/" }, viewport: { width, height } });
  for (let i = 0; i < 12; i++) {
    await o.page.screenshot({ path: `/tmp/p1-shots/${w}-${langs}-${String(i).padStart(2,"0")}.png` });
    if (w === "l") console.log(JSON.stringify(await seen(o.page)));
    await o.pass(16000);
  }
  console.log(w, o.problems);
  await o.close();
}
await shared.browser.close(); await shared.server.close();
