// The kiosk once it has been opened: it starts without a network, set as it was, and renews itself whole.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./lib/browser.mjs";
import { first, folder, hashesOf, second } from "./lib/builds.mjs";
import { begun, openKiosk, SCENE_MS, seen, until } from "./lib/kiosk.mjs";
import { serve } from "./lib/server.mjs";
import { comes, controlled, kept } from "./lib/worker.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** The kiosk in a folder of its own, with a worker in charge that has seen its settings. */
async function begin(t, options) {
  const { path, remove } = await folder();
  await first(path);
  const server = await serve({ root: path });
  const kiosk = await openKiosk({ browser, server }, { serviceWorkers: "allow", ...options });
  t.after(async () => {
    await kiosk.close();
    await server.close();
    await remove();
  });
  const { page } = kiosk;
  await controlled(page, { polling: 20 });
  await comes(page, async () => (await caches.keys()).some((name) => name.endsWith(" settings")) && (await caches.match("kiosk.json")));
  return { ...kiosk, path, server };
}

test("after its first start the kiosk starts without a network, with its settings", async (t) => {
  const { page, pass, server, assertClean } = await begin(t, { settings: { languages: ["en"], scenes: ["top", "zero"] } });
  const asked = server.requests.filter(({ path }) => path === "/kiosk.html").length;
  await server.close();
  await page.reload();
  await begun(page);
  const one = await seen(page);
  assert.deepEqual([one.mode, one.lang], ["loop", "en"]);
  await pass(SCENE_MS);
  const other = await seen(page);
  assert.notEqual(other.title, one.title);
  assert.equal(other.lang, "en");
  assert.ok(asked >= 1);
  assertClean([/ERR_CONNECTION_REFUSED/, /An unknown error occurred when fetching the script/, /net::ERR_ABORTED/]);
});

test("settings that were changed are in force at the next start, although no build has changed", async (t) => {
  const { page, server } = await begin(t, { settings: { languages: ["en"] } });
  server.pages["/kiosk.json"] = { body: JSON.stringify({ languages: ["ja"] }), type: "application/json" };
  await page.reload();
  await begun(page);
  assert.equal((await seen(page)).lang, "ja");
  // A server that is ill does not take them back.
  server.pages["/kiosk.json"] = { body: "ill", type: "text/plain", status: 503 };
  await page.reload();
  await begun(page);
  assert.equal((await seen(page)).lang, "ja");
});

test("a page of apology in place of the settings is not kept, nor is waited for settings that never come whole", async (t) => {
  const { page, server } = await begin(t, { settings: { languages: ["en"] } });
  const held = { "content-length": "100000" };
  const answers = [
    { body: "<!doctype html><title>Not here</title>" },
    { body: '{"error": "not found"}', type: "application/json" },
    { body: '{"languages": ["ja"]', type: "application/json", headers: held },
  ];
  const kept = () => page.evaluate(async () => (await caches.match("kiosk.json")).json());
  for (const answer of answers) {
    server.pages["/kiosk.json"] = answer;
    await page.reload();
    await begun(page);
    assert.deepEqual(await kept(), { languages: ["en"] }, answer.body);
    if (!answer.body.includes("error")) assert.equal((await seen(page)).lang, "en", answer.body);
  }
});

test("at night a new build is brought by the worker, taken whole, and the old one is thrown away", async (t) => {
  const { page, pass, path } = await begin(t, { settings: { languages: ["ja"], version_minutes: 10 }, at: new Date(2026, 10, 24, 23, 0, 0) });
  const [old] = (await kept(page)).filter((name) => name !== "settings");
  await page.evaluate(() => (globalThis.isOld = true));
  await second(path);
  await pass(11 * 60_000);
  await until(page, () => localStorage.getItem("shigoto-kiosk-log").includes("新しい版の準備ができました"));
  await pass(2 * SCENE_MS).catch(() => {});
  await until(page, () => !globalThis.isOld);
  await begun(page);
  const all = await hashesOf(path);
  const names = (await page.evaluate(() => document.head.innerHTML)).match(/[0-9a-f]{16}(?=\.)/g);
  assert.ok(names.length >= 3 && names.every((name) => all.has(name)), names.join());
  for (let turn = 0; turn < 100 && (await kept(page)).includes(old); turn += 1) await page.clock.runFor(20);
  const builds = (await kept(page)).filter((name) => name !== "settings");
  assert.ok(old && builds.length === 1 && builds[0] !== old, `${old} of ${builds}`);
  assert.ok((await kept(page)).includes("settings"));
});
