// What a visitor takes home from a widget's menu: link, QR code, table, picture. In every view, and from every host.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { accessibilityViolations } from "./lib/axe.mjs";
import { painted } from "./lib/browser.mjs";
import { kpi, lq, printed, swot } from "./lib/data.mjs";
import { DIST, STRICT_CSP } from "./lib/server.mjs";
import { answered, KINDS, setAttributes, settled, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const SCRIPT = '<script type="module" src="./embed.js"></script>';
const VIEWS = [
  ["lq", { view: "table", sort: "hirosaki:desc" }],
  ["lq", { view: "dots", base: "employees" }],
  ["lq", { view: "quadrant" }],
  ["kpi", { view: "gauge", pillar: "2" }],
  ["kpi", { view: "bullet" }],
  ["kpi", { view: "trajectory", pillar: "4" }],
  ["swot", {}],
  ["swot", { select: "O-1" }],
];

/** Shows a state and nothing of the one before. */
async function show(page, kind, attributes) {
  const names = await widget(page, kind).evaluate((one) => one.constructor.observedAttributes);
  const none = Object.fromEntries(names.map((name) => [name, null]));
  await setAttributes(page, kind, { ...none, ...attributes });
}

/** Opens the menu; its entries come with the complete module. */
async function menu(element) {
  await element.locator(".menu summary").click();
  await element.locator(".take").waitFor();
}

/** Presses an entry that saves a file; the file's name and content. */
async function taken(page, kind, what) {
  const element = widget(page, kind);
  await menu(element);
  const [download] = await Promise.all([page.waitForEvent("download"), element.locator(`[data-take=${what}]`).click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** Presses an entry that copies; the text, from a clipboard of ours. */
async function copied(page, kind, what) {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (globalThis.clip = text);
  });
  const element = widget(page, kind);
  await menu(element);
  await element.locator(`.take [data-take=${what}]`).click();
  await element.locator(".notice:not([hidden])").waitFor();
  return page.evaluate(() => globalThis.clip);
}

/** Records of a CSV, quoted cells unfolded. */
function records(text) {
  assert.ok(text.startsWith("\ufeff") && text.endsWith("\r\n"));
  const cells = [...text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)];
  const rows = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

const cellsOf = async (page, kind) => records((await taken(page, kind, "csv")).content.toString());
const today = () => new Date().toLocaleDateString("sv");

test("every view gives a table that ends with title, source, day and link", async () => {
  const { page, assertClean, close } = await shared.open({});
  for (const [kind, attributes] of VIEWS) {
    await show(page, kind, attributes);
    const rows = await cellsOf(page, kind);
    const notes = new Map(rows.slice(rows.findIndex((row) => row.length === 1) + 1).map(([name, text]) => [name, text]));
    assert.ok(notes.get("表題") && notes.get("出典").includes("青森市しごと創造戦略"), kind);
    assert.equal(notes.get("取り出した日"), today());
    assert.ok(notes.get("この表示へのリンク").startsWith(`${shared.server.url}#${kind}`), notes.get("この表示へのリンク"));
    if (kind === "lq" && attributes.view === "table") {
      const column = lq.cities.findIndex(({ id }) => id === "hirosaki");
      const expected = lq.tables[0].rows.toSorted((one, other) => other.values[column] - one.values[column]);
      assert.deepEqual(rows[0], ["産業", ...lq.cities.map(({ name }) => name)]);
      assert.deepEqual(rows.slice(1, expected.length + 1), expected.map(({ industry, values }) => [industry, ...values.map(printed)]));
    }
    if (kind === "kpi") {
      const own = kpi.kpis.filter(({ places }) => !attributes.pillar || places[0].measure.startsWith(attributes.pillar));
      const told = rows.slice(1, own.length + 1).map((row) => [row[2], Number(row[4]), Number(row[6])]);
      assert.deepEqual(told, own.map(({ name, baseline, target }) => [name, baseline.value, target.value]));
    }
    if (kind === "swot" && !attributes.select) {
      const factors = rows.filter((row) => row.length === 7).slice(1, swot.factors.length + 1);
      assert.deepEqual(factors.map((row) => [row[1], row[2]]), swot.factors.map(({ code, name }) => [code, name]));
    }
  }
  assertClean();
  await close();
});

test("every view gives a picture of its own theme and language, as SVG and as PNG", async () => {
  // A page without the policy looks at what was saved.
  const viewer = await shared.blank({});
  for (const [path, theme, ground, source] of [["index.html", "light", "#FFFFFF", "出典"], ["index.en.html", "dark", "#182028", "Source"]]) {
    const { page, assertClean, close } = await shared.open({ path });
    for (const [kind, attributes] of VIEWS) {
      await show(page, kind, { ...attributes, theme });
      const { name, content } = await taken(page, kind, "svg");
      assert.match(name, new RegExp(`^shigoto-${kind}-[\\w-]*${today()}\\.svg$`));
      const text = content.toString();
      const told = await viewer.page.evaluate((svg) => {
        const { documentElement: root } = new DOMParser().parseFromString(svg, "image/svg+xml");
        const words = [...root.querySelectorAll("text")].map((node) => node.textContent).join("\n");
        return { root: root.localName, title: root.querySelector("title")?.textContent, words, size: [root.getAttribute("width"), root.getAttribute("height")].map(Number) };
      }, text);
      assert.equal(told.root, "svg", "well-formed");
      assert.ok(told.title && told.words.includes(told.title), `${kind}: ${told.title}`);
      assert.ok(told.words.includes(source) && told.words.includes(today()), told.words);
      assert.ok(text.includes(ground) && !/<script|<foreignObject|href|style=/.test(text));
      const sentence = (await widget(page, kind).locator(".sentence").textContent()).replace(/\s/g, "").slice(0, 20);
      assert.ok(told.words.replace(/\s/g, "").includes(sentence), `${kind}: ${sentence}`);
      const png = (await taken(page, kind, "png")).content;
      const { width, height, data } = PNG.sync.read(png);
      assert.deepEqual([width, height], told.size.map((side) => side * 2));
      const colours = new Set(new Uint32Array(data.buffer, data.byteOffset, width * height)).size;
      assert.ok(colours > 20, `${kind}: a picture of ${colours} colours`);
    }
    assertClean();
    await close();
  }
  await viewer.close();
});

test("the code holds the link, black on white in a dark theme; Escape shuts only the dialog and gives the focus back", async () => {
  const { page, assertClean, close } = await shared.open({ path: "index.html#lq?base=employees&city=akita&industry=情報通信業", viewport: { width: 360, height: 640 } });
  await setAttributes(page, "lq", { theme: "dark" });
  const element = widget(page, "lq");
  await menu(element);
  await element.locator("[data-take=qr]").click();
  const dialog = element.locator("dialog");
  const link = await dialog.locator("textarea").inputValue();
  const canvas = dialog.getByRole("img", { name: /QRコード/ });
  const { data, width, height } = await canvas.evaluate((one) => {
    const { width, height } = one;
    return { data: [...one.getContext("2d").getImageData(0, 0, width, height).data], width, height };
  });
  assert.equal(jsqr(Uint8ClampedArray.from(data), width, height)?.data, link);
  assert.deepEqual(data.slice(0, 4), [255, 255, 255, 255], "the quiet zone is white");
  const box = await dialog.boundingBox();
  assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 360 && box.y + box.height <= 640, JSON.stringify(box));
  for (const button of await dialog.getByRole("button").all()) assert.ok((await button.boundingBox()).height >= 44);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await element.evaluate((one) => one.shadowRoot.activeElement.localName), "summary");
  assert.equal((await state(page, "lq")).industry, "情報通信業", "what is open behind stays open");
  await page.goto("about:blank");
  await page.goto(link);
  await painted(page, "lq");
  assert.equal((await state(page, "lq")).city, "akita");
  assertClean();
  await close();
});

test("the link opened afresh shows the same state, for every value of every attribute", async () => {
  const { page, close } = await shared.open({});
  const states = [
    ...["table", "dots", "quadrant"].map((view) => ["lq", { view }]),
    ...lq.tables.map(({ base }) => ["lq", { base }]),
    ...lq.cities.map(({ id }, index) => ["lq", { city: id, sort: `${id}:${index % 2 ? "asc" : "desc"}` }]),
    ["lq", { base: "establishments", reading: "reread" }],
    ["lq", { base: "employees", industry: "漁業" }],
    ...["gauge", "bullet", "trajectory"].map((view) => ["kpi", { view }]),
    ...["all", "1", "2", "3", "4", "5"].map((pillar, index) => ["kpi", { pillar, year: `${2024 + index * 2 - (index === 5)}` }]),
    ["kpi", { kpi: kpi.kpis[3].id }],
    ...["S-1", "W-2", "O-3", "T-4", "SO-1", "WT-1", "DX", "marketing"].map((select) => ["swot", { select }]),
    ["lq", { base: "employees", lang: "en" }],
  ];
  for (const [kind, attributes] of states) {
    await show(page, kind, attributes);
    const [link, before] = [await copied(page, kind, "link"), await state(page, kind)];
    await page.goto("about:blank");
    await page.goto(link);
    await painted(page, kind);
    // A view or a language of the complete module comes a moment later.
    await page.waitForFunction(([tag, told]) => JSON.stringify(document.querySelector(tag).state) === told, [`shigoto-${kind}`, JSON.stringify(before)])
      .catch(async () => assert.deepEqual(await state(page, kind), before, link));
    if (attributes.lang) assert.match(await widget(page, kind).locator("hgroup p").textContent(), /Location/);
  }
  await close();
});

test("a link without a year tells the one in force: next April it would be another", async () => {
  const { page, close } = await shared.open({});
  assert.match(await copied(page, "kpi", "link"), /#kpi\?year=20\d\d$/);
  assert.equal(await copied(page, "lq", "link"), `${page.url()}#lq`);
  await close();
});

test("sharing hands the link on; who thinks better of it hears nothing, where it fails the link is copied", async () => {
  const init = (page) => page.addInitScript(() => {
    navigator.share = async (given) => {
      globalThis.given = given;
      if (globalThis.refusal) throw new DOMException("no", globalThis.refusal);
    };
    navigator.clipboard.writeText = async (text) => void (globalThis.clip = text);
  });
  const { page, assertClean, close } = await shared.open({ init, path: "index.html#swot?select=S-2" });
  const press = async (refusal) => {
    await page.evaluate((name) => void (globalThis.refusal = name), refusal);
    await menu(widget(page, "swot"));
    await widget(page, "swot").locator("[data-take=share]").click();
    await answered(page);
    return page.evaluate(() => ({ given: globalThis.given, clip: globalThis.clip }));
  };
  const url = `${shared.server.url}index.html#swot?select=S-2`;
  assert.deepEqual(await press(), { given: { title: "11の方向のうち、5つがDX分野へ", url }, clip: undefined });
  assert.equal((await press("AbortError")).clip, undefined);
  assert.equal((await press("NotAllowedError")).clip, url);
  assertClean();
  await close();
});

test("a refused clipboard shows the link, chosen, to be copied by hand", async () => {
  const init = (page) => page.addInitScript(() => {
    navigator.clipboard.writeText = async () => Promise.reject(new DOMException("no", "NotAllowedError"));
    document.execCommand = () => false;
  });
  const { page, assertClean, close } = await shared.open({ init });
  const element = widget(page, "lq");
  await menu(element);
  assert.equal(await element.locator("[data-take=share]").count(), 0, "no share where the system has none");
  await element.locator(".take [data-take=link]").click();
  const field = element.locator("dialog textarea");
  await field.waitFor();
  assert.equal(await field.evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd)), `${page.url()}#lq`);
  assert.match(await element.locator("dialog [role=status]").textContent(), /コピーできませんでした/);
  await element.locator("dialog [data-shut]").click();
  await menu(element);
  await element.locator("[data-take=table]").click();
  await element.locator(".notice:not([hidden])").waitFor();
  assert.match(await element.locator(".notice").textContent(), /CSV/);
  assertClean();
  await close();
});

test("the copied table is the one shown, cell by cell; it is said politely", async () => {
  const { page, assertClean, close } = await shared.open({ path: "index.html#lq?base=employees" });
  const text = await copied(page, "lq", "table");
  const rows = text.split("\r\n").map((row) => row.split("\t"));
  const { rows: expected } = lq.tables.find(({ base }) => base === "employees");
  assert.deepEqual(rows.slice(1, expected.length + 1), expected.map(({ industry, values }) => [industry, ...values.map(printed)]));
  const notice = widget(page, "lq").getByRole("status");
  assert.match(await notice.first().textContent(), /コピーしました/);
  assertClean();
  await close();
});

test("formulas in a reader's own data stay text, and the sheet names the file instead of the city", async () => {
  const { page, assertClean, close } = await shared.open({});
  await widget(page, "lq").evaluate((one) => one.load('base,industry,city,lq\r\noutput,"=HYPERLINK(""http://x"")",@市,2.50\r\noutput,+1,@市,0.10\r\n'));
  const text = (await taken(page, "lq", "csv")).content.toString();
  const rows = records(text);
  assert.deepEqual(rows.slice(0, 3), [["産業", "'@市"], [`'=HYPERLINK("http://x")`, "2.50"], ["'+1", "0.10"]]);
  assert.ok(rows.some(([name, told]) => name === "出典" && /読み込んだファイル/.test(told)));
  assert.ok((await copied(page, "lq", "table")).split(/[\r\n\t]+/).every((cell) => !/^[=+@]/.test(cell)));
  const svg = (await taken(page, "lq", "svg")).content.toString();
  assert.ok(svg.includes("=HYPERLINK(&quot;http://x&quot;)") && svg.includes("読み込んだファイル"));
  await menu(widget(page, "lq"));
  await widget(page, "lq").locator("[data-take=qr]").click();
  assert.match(await widget(page, "lq").locator("dialog").textContent(), /読み込んだファイルの内容はリンクに含まれません/);
  assertClean();
  await close();
});

test("by keyboard: the menu opens, its entries follow in order, and are there only once", async () => {
  const { page, assertClean, close } = await shared.open({});
  const element = widget(page, "swot");
  await element.locator(".menu summary").focus();
  await page.keyboard.press("Enter");
  await element.locator(".take").waitFor();
  const focus = () => element.evaluate((one) => one.shadowRoot.activeElement?.dataset.take ?? one.shadowRoot.activeElement?.localName);
  assert.equal(await focus(), "summary", "the tree was made anew, the focus is where it was");
  const order = [];
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press("Tab");
    order.push(await focus());
  }
  assert.deepEqual(order, ["link", "qr", "table", "csv", "svg", "png"]);
  await page.keyboard.press("Escape");
  assert.equal(await element.locator(".menu[open]").count(), 0);
  await page.keyboard.press("Enter");
  await answered(page);
  assert.equal(await element.locator(".take").count(), 1);
  for (const button of await element.locator(".take button").all()) assert.ok((await button.boundingBox()).height >= 44);
  assertClean();
  await close();
});

test("the open menu lies within a phone's screen, and speaks the widget's language", async () => {
  for (const [lang, name] of [["ja", "この表示を持ち帰る"], ["ja-easy", "この表示を持ちかえる"], ["en", "Take this view with you"]]) {
    const { page, close } = await shared.open({ path: lang === "ja" ? "index.html" : `index.${lang}.html`, viewport: { width: 360, height: 640 } });
    for (const kind of KINDS) {
      await menu(widget(page, kind));
      const box = await widget(page, kind).getByRole("group", { name }).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 360, `${lang} ${kind}: ${JSON.stringify(box)}`);
      await widget(page, kind).locator(".menu summary").click();
    }
    await close();
  }
});

test("standalone.html saves from a file; a code of such an address would help nobody", async () => {
  const { page, close } = await shared.blank({});
  await page.goto(`${pathToFileURL(join(DIST, "standalone.html")).href}#lq?city=morioka`);
  await painted(page, "lq");
  const { name, content } = await taken(page, "lq", "csv");
  assert.match(name, /morioka/);
  assert.ok(records(content.toString()).length > lq.tables[0].rows.length);
  assert.ok((await taken(page, "lq", "png")).content.length > 10000);
  await menu(widget(page, "lq"));
  assert.equal(await widget(page, "lq").locator("[data-take=qr]").count(), 0);
  await close();
});

test("on a foreign page the link is the page's own, and says so; embed.html's carries the state", async () => {
  shared.server.pages["/host.html"] = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">${SCRIPT}<body><shigoto-lq base="employees"></shigoto-lq></body></html>`;
  const host = await shared.open({ path: "host.html", widgets: ["lq"] });
  assert.equal(await copied(host.page, "lq", "link"), host.page.url());
  await menu(widget(host.page, "lq"));
  await widget(host.page, "lq").locator("[data-take=qr]").click();
  assert.match(await widget(host.page, "lq").locator("dialog").textContent(), /リンクはこのページを開きます/);
  host.assertClean();
  await host.close();
  const frame = await shared.open({ path: "embed.html?widget=lq&base=employees", widgets: ["lq"] });
  await setAttributes(frame.page, "lq", { city: "akita" });
  const link = await copied(frame.page, "lq", "link");
  assert.equal(new URL(link).searchParams.get("city"), "akita");
  await frame.page.goto(link);
  await painted(frame.page, "lq");
  assert.deepEqual(await state(frame.page, "lq").then(({ base, city }) => [base, city]), ["employees", "akita"]);
  frame.assertClean();
  await frame.close();
});

test("a file asked for while the complete module is on its way is read all the same", async () => {
  let release;
  const held = new Promise((done) => (release = done));
  const init = (page) => page.route(/shigoto-complete.*wasm/, async (route) => {
    await held;
    await route.continue();
  });
  const { page, close } = await shared.open({ init });
  const element = widget(page, "lq");
  await element.locator(".menu summary").click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), element.locator(".file input").click()]);
  release();
  await element.locator(".take").waitFor();
  await chooser.setFiles({ name: "lq.csv", mimeType: "text/csv", buffer: Buffer.from("base,industry,city,lq\r\noutput,農業,架空市,2.50\r\n") });
  await element.locator(".own").waitFor();
  await close();
});

test("in a frame it is said what to do when nothing is saved", async () => {
  const body = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,"><body><iframe src="./embed.html?widget=kpi" width="800" height="700" sandbox="allow-scripts allow-same-origin"></iframe></body></html>`;
  shared.server.pages["/frame.html"] = { body, headers: { "content-security-policy": `${STRICT_CSP}; frame-src 'self'` } };
  const { page, close } = await shared.blank({ viewport: { width: 900, height: 800 } });
  await page.goto(new URL("/frame.html", shared.server.url).href);
  const element = page.frameLocator("iframe").locator("shigoto-kpi");
  await element.locator(".painted").waitFor();
  await menu(element);
  await element.locator("[data-take=csv]").click();
  await element.locator(".notice:not([hidden])").waitFor();
  assert.match(await element.locator(".notice").textContent(), /保存されないとき/);
  assert.match(await element.locator(".notice a").getAttribute("href"), /embed\.html\?widget=kpi/);
  await close();
});

test("nothing is wrong with the open menu, the dialog and what is said, in every language and theme", async () => {
  // A frame has no heading of a page.
  const rules = { rules: { "page-has-heading-one": { enabled: false } } };
  for (const [lang, theme] of [["ja", "light"], ["ja-easy", "contrast"], ["en", "dark"]]) {
    // The widget alone: axe walks through the whole page each time, and that of easy Japanese has 19,000 elements.
    const { page, close } = await shared.open({ path: `embed.html?widget=lq&lang=${lang}&theme=${theme}`, widgets: ["lq"], viewport: { width: 360, height: 640 } });
    await settled(page, "lq");
    await widget(page, "lq").locator(`.widget[lang="${lang.replace("-", "-x-")}"]`).waitFor();
    const element = widget(page, "lq");
    await menu(element);
    assert.deepEqual(await accessibilityViolations(page, rules), [], `${lang}: menu`);
    await element.locator("[data-take=qr]").click();
    assert.deepEqual(await accessibilityViolations(page, rules), [], `${lang}: dialog`);
    await page.keyboard.press("Escape");
    await taken(page, "lq", "csv");
    assert.deepEqual(await accessibilityViolations(page, rules), [], `${lang}: notice`);
    await close();
  }
});

test("ten rounds of menu, dialog and files leave nothing behind", async () => {
  const { page, close } = await shared.open({});
  const element = widget(page, "kpi");
  const count = () => element.evaluate((one) => [one.shadowRoot.querySelectorAll("*").length, one.shadowRoot.adoptedStyleSheets.length]);
  const round = async () => {
    await menu(element);
    await element.locator("[data-take=qr]").click();
    await page.keyboard.press("Escape");
    await taken(page, "kpi", "svg");
  };
  await round();
  const before = await count();
  for (let turn = 0; turn < 10; turn += 1) await round();
  assert.deepEqual(await count(), before);
  await close();
});
