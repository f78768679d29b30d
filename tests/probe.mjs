import { launch } from "./browser/lib/browser.mjs";
const b = await launch(); const p = await b.newPage({viewport:{width:400,height:600}});
console.log(b.version());
await p.setContent(`<html lang=en><div id=a lang=ja style="all:initial"><span>x</span></div><div id=b lang=ja><span>x</span></div><div inert><div id=c style="all:initial"><button>x</button></div></div><div style="user-select:none"><div id=d style="all:initial">t</div></div>`);
console.log(await p.evaluate(() => [...document.querySelectorAll("#a,#b,#c,#d")].map(e => { const s = getComputedStyle(e); return [e.id, s.webkitLocale, s.getPropertyValue("-webkit-locale"), s.interactivity, s.userSelect, s.display, s.textSizeAdjust, s.colorScheme] })));
await b.close();
