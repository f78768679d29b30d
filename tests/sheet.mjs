import { launch } from "./browser/lib/browser.mjs";
import { readFileSync } from "node:fs";
const [out, cols, w, h, ...files] = process.argv.slice(2);
const b = await launch(); const rows = Math.ceil(files.length / cols);
const p = await (await b.newContext({ viewport: { width: cols * w, height: rows * h } })).newPage();
await p.setContent(`<body style="margin:0;display:grid;grid-template-columns:repeat(${cols},${w}px);gap:0;background:#f0f">` + files.map(f => `<img style="width:${w-4}px;height:${h-4}px;margin:2px" src="data:image/png;base64,${readFileSync(f).toString("base64")}">`).join(""));
await p.waitForFunction(() => [...document.images].every(i => i.complete)); await p.screenshot({ path: out }); await b.close();
