// A reader's own data: `load()`, `src`, a file chosen or dropped. What is wrong is told by place, and nothing is lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { lq } from "./lib/data.mjs";
import { DIST } from "./lib/server.mjs";
import { answered, KINDS, site, speak, widget } from "./lib/widgets.mjs";

const shared = site();
const SCRIPT = '<script type="module" src="./embed.js"></script>';
const published = (file) => readFile(`${DIST}/data/${file}`, "utf8");

/** A page with one widget, its errors noted in `window.errors`. */
async function host(kind, attributes = "", path = "/own.html") {
  shared.server.pages[path] = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>host</title>
<link rel="icon" href="data:,">${SCRIPT}<body><shigoto-${kind} ${attributes}></shigoto-${kind}></body></html>`;
  const opened = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await opened.page.addInitScript(() => {
    globalThis.errors = [];
    addEventListener("shigoto-error", ({ detail }) => globalThis.errors.push(detail));
  });
  await opened.page.goto(new URL(path, shared.server.url).href);
  const element = widget(opened.page, kind);
  await element.evaluate((one) => one.ready);
  return { ...opened, element };
}

/** What `load` says: `undefined` when it took the data, what it threw otherwise. */
const load = (element, data) => element.evaluate((one, given) => one.load(given).then(() => undefined, ({ code, faults }) => ({ code, faults })), data);
const cell = (element, row, column) => element.locator(".scroll tbody tr").nth(row).locator("td").nth(column).textContent();
const notice = (element) => element.locator(".notice");

const TINY = "base,industry,city,lq\r\noutput,農業,架空市,2.50\r\noutput,農業,青森市,0.70\r\noutput,漁業,架空市,0.10\r\noutput,漁業,青森市,1.00\r\n";

test("a CSV of another municipality replaces the table, says so, and the way back is one press", async () => {
  const { element, assertClean, close } = await host("lq");
  assert.equal(await load(element, `\ufeff${TINY}`), undefined);
  assert.deepEqual(await element.locator(".scroll tbody tr th").allTextContents(), ["農業", "漁業"]);
  assert.equal(await cell(element, 0, 0), "2.50");
  assert.match(await element.locator(".own").textContent(), /表示しています/);
  assert.doesNotMatch(await element.locator("footer").textContent(), /資料編/, "the city's citation does not stand under other values");
  await element.locator("[data-reset]").click();
  assert.equal(await element.locator(".scroll tbody tr").count(), lq.tables.reduce((sum, { rows }) => sum + rows.length, 0));
  assert.equal(await element.locator(".own").count(), 0);
  assertClean();
  await close();
});

test("the published files load back as they are, as text and as an object", async () => {
  for (const [kind, file] of [["lq", "lq.json"], ["lq", "lq.csv"], ["kpi", "kpi.json"], ["kpi", "kpi.csv"], ["swot", "swot.json"], ["swot", "swot.csv"]]) {
    const { element, assertClean, close } = await host(kind);
    const text = await published(file);
    assert.equal(await load(element, text), undefined, file);
    if (file.endsWith("json")) assert.equal(await load(element, JSON.parse(text.replace("\ufeff", ""))), undefined, `${file} as an object`);
    if (kind === "lq") assert.equal(await cell(element, 0, 0), lq.tables[0].rows[0].values[0].toFixed(2));
    assert.deepEqual(await element.page().evaluate(() => globalThis.errors), []);
    assertClean();
    await close();
  }
});

test("an officer's readings: Excel's Shift_JIS, full-width digits, a quoted line break; the gauge shows them", async () => {
  const { page, element, assertClean, close } = await host("kpi", 'year="2026"');
  // 「id,period,value,source,note」 then a reading, as Excel in Japan saves it.
  const [kpi] = JSON.parse((await published("kpi.json")).replace("\ufeff", "")).kpis;
  const shiftJis = { "年": [0x94, 0x4e], "度": [0x93, 0x78], "１": [0x82, 0x50], "２": [0x82, 0x51], "３": [0x82, 0x52] };
  const bytes = (text) => [...text].flatMap((letter) => shiftJis[letter] ?? [letter.charCodeAt(0)]);
  const file = bytes(`id,period,value,source,note\r\n${kpi.id},2025年度,１２３,"A, \r\nB",\r\n`);
  await element.locator(".menu summary").click();
  await element.locator(".take").waitFor();
  await element.locator("input[type=file]").setInputFiles({ name: "kpi_actuals.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await element.locator(".own").waitFor();
  const card = element.locator(`[data-kpi="${kpi.id}"]`);
  assert.match(await card.locator(".state").textContent(), /123/);
  assert.match(await element.locator("footer").textContent(), /戦略の柱と共創施策/, "baseline and target are the strategy's still");
  assert.deepEqual(await page.evaluate(() => globalThis.errors), []);
  assertClean();
  await close();
});

test("files in every encoding an office writes are read, workbooks and others are refused by name", async () => {
  const { element, assertClean, close } = await host("lq");
  const given = (name, bytes) =>
    element.evaluate((one, [called, numbers]) => {
      const file = new File([Uint8Array.from(numbers)], called);
      return one.load(file).then(() => undefined, ({ code, message, faults }) => [code, message, faults[0]?.message].join(" "));
    }, [name, [...bytes]]);
  const samples = JSON.parse(await readFile(new URL("../fixtures/own/encodings.json", import.meta.url), "utf8"));
  for (const { name, hex, text } of samples) {
    const told = await given("own.csv", Buffer.from(hex, "hex"));
    if (text) assert.deepEqual([told, await element.locator(".scroll tbody tr th").first().textContent()], [undefined, text.split(",")[4]], name);
    else assert.match(told, /^encoding .*CSV UTF-8/, name);
  }
  for (const [bytes, told] of [
    ["PK\x03\x04\x14\0xl/workbook.xml\xff", /^data .*Excelなどのブック.*CSV UTF-8/],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", /^data .*Excelなどのブック/],
    ["PK\x03\x04\x14\0lq.csv\xff", /^data .*圧縮ファイル/],
    ["\x1f\x8b\x08\0", /^data .*圧縮ファイル/],
    ["%PDF-1.7\n%\xe2\xe3", /^data .*PDF/],
    ["<html lang=fr><p>\xe9t\xe9", /^data .*ウェブページ/],
    ["base,industry,city,lq\noutput,\x1b[0m,a,1\n", /^data .*制御文字（U\+001B）/],
  ]) {
    assert.match(await given("own", Buffer.from(bytes, "latin1")), told);
  }
  const parted = TINY.replace("農業", "カ\u3099ス業");
  assert.equal(await given("own.csv", Buffer.from(parted)), undefined);
  assert.equal(await element.locator(".scroll tbody tr th").first().textContent(), "ガス業", "a name from a Mac");
  assertClean();
  await close();
});

test("a KPI whose id begins with a digit is shown", async () => {
  const { element, assertClean, close } = await host("kpi");
  const header = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target";
  assert.equal(await load(element, `${header}\n3,1,1月1日,創業件数,件,raise,80,令和5年度,120\n2024-startups,1,1-1,起業,件,raise,1,2023年,2\n`), undefined);
  assert.match(await element.locator('[data-kpi="3"]').textContent(), /創業件数/);
  assert.equal(await element.locator("[data-kpi]").count(), 2);
  assertClean();
  await close();
});

test("choosers offer what systems call a CSV", async () => {
  const { element, close } = await host("lq");
  await element.locator(".menu summary").click();
  await element.locator(".take").waitFor();
  const accepted = (await element.locator("input[type=file]").getAttribute("accept")).split(",");
  for (const one of [".csv", ".tsv", ".txt", "text/comma-separated-values", "text/plain", "application/vnd.ms-excel"]) assert.ok(accepted.includes(one), one);
  await close();
});

test("a file dropped on a widget is read there", async () => {
  const { element, assertClean, close } = await host("lq");
  await element.locator("h2").evaluate((target, text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "ほかの町.csv", { type: "text/csv" }));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
  }, TINY);
  await element.locator(".own").waitFor();
  assert.match(await element.locator(".own").textContent(), /ほかの町\.csv/);
  assertClean();
  await close();
});

test("faults are told by line, column and field; the view, and data loaded before, stay", async () => {
  const { page, element, assertClean, close } = await host("lq");
  assert.equal(await load(element, TINY), undefined);
  const before = await element.locator("table").first().innerHTML();
  const thrown = await load(element, TINY.replace("2.50", "二・五").replace("1.00", "1,0"));
  assert.equal(thrown.code, "data");
  assert.ok(thrown.faults.length >= 1);
  const [{ path, line, column, message }] = thrown.faults;
  assert.deepEqual([path, line, column], ["lq", 2, 4]);
  assert.match(message, /二・五/);
  assert.match(message, /[ぁ-ん]/, "told in the widget's language");
  assert.equal(await element.locator("table").first().innerHTML(), before);
  assert.ok(await notice(element).isVisible());
  assert.match(await notice(element).textContent(), /:2:4/);
  const [told] = await page.evaluate(() => globalThis.errors);
  assert.deepEqual(told.faults, thrown.faults);
  await element.locator("[data-close]").click();
  assert.ok(await notice(element).isHidden());
  await element.evaluate((one) => one.setAttribute("lang", "en"));
  const english = await load(element, "{]");
  assert.match(english.faults[0].message, /^[\x20-\x7e—–“”’`]+$/u);
  assertClean();
  await close();
});

test("what is no data at all is refused by name: a web page, another widget's file, nothing, 6 MB", async () => {
  const { element, assertClean, close } = await host("lq");
  const shown = await element.locator("table").first().innerHTML();
  for (const [what, text, code] of [
    ["a web page", "<!doctype html><h1>Not found</h1>", "data"],
    ["readings for the KPIs", await published("kpi.json"), "wrong-kind"],
    ["nothing", "", "data"],
    ["6 MB", `${TINY}${"#".repeat(6e6)}`, "too-large"],
  ]) {
    const thrown = await load(element, text);
    assert.equal(thrown?.code, code, what);
    assert.ok(await notice(element).isVisible(), what);
    assert.equal(await element.locator("table").first().innerHTML(), shown, what);
  }
  assertClean();
  await close();
});

test("`src`: a file, one that is not there, a redirect, a page instead, one too large", async () => {
  const pages = shared.server.pages;
  pages["/town.csv"] = { body: TINY, type: "text/csv; charset=utf-8" };
  pages["/moved.csv"] = { body: "", status: 302, headers: { location: "./town.csv" } };
  pages["/login.csv"] = { body: "<!doctype html><title>Sign in</title>", type: "text/html" };
  pages["/large.csv"] = { body: `${TINY}${"x".repeat(6e6)}`, type: "text/csv" };
  for (const [src, code] of [["town.csv"], ["moved.csv"], ["gone.csv", "unreachable"], ["login.csv", "data"], ["large.csv", "too-large"]]) {
    const { page, element, assertClean, close } = await host("lq", `src="./${src}"`, `/src-${src}.html`);
    const errors = await page.evaluate(() => globalThis.errors.map((error) => error.code));
    assert.deepEqual(errors, code ? [code] : [], src);
    assert.equal(await element.locator(".scroll tbody tr").count(), code ? 56 : 2, src);
    if (code) assert.match(await notice(element).textContent(), new RegExp(src.replace(".", "\\.")));
    await element.evaluate((one) => one.removeAttribute("src"));
    assert.equal(await element.locator(".scroll tbody tr").count(), 56, `${src} taken away`);
    assertClean({ unreachable: [/404/, /Failed to load resource/], "too-large": [/large\.csv net::ERR_ABORTED/] }[code]);
    await close();
  }
});

test("own data survives being moved, and the last of two loads wins", async () => {
  const { element, page, assertClean, close } = await host("lq");
  await load(element, TINY);
  await page.evaluate(async () => {
    const one = document.querySelector("shigoto-lq");
    const again = new Promise((done) => one.addEventListener("shigoto-ready", done, { once: true }));
    document.body.append(document.createElement("main"));
    document.querySelector("main").append(one);
    await again;
  });
  assert.equal(await element.locator(".scroll tbody tr").count(), 2);
  const codes = await element.evaluate(async (one, [first, second]) => {
    const outcome = (data) => one.load(data).then(() => "shown", ({ code }) => code);
    return Promise.all([outcome(new File([first], "a.csv")), outcome(second)]);
  }, [TINY.replace("2.50", "3.50"), TINY.replace("2.50", "4.50")]);
  assert.equal(await cell(element, 0, 0), "4.50", codes.join());
  assertClean();
  await close();
});

test("texts that are markup, formulas, tricks of direction or 10,000 letters long are text, and the layout holds", async () => {
  const { page, element, assertClean, close } = await host("lq");
  const names = ["<img src=x onerror=alert(1)>", "=HYPERLINK(\"http://a\")", "\u202eabc", "長".repeat(10000), "{{x}} {y|z}"];
  const quote = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = names.map((name) => `output,${quote(name)},青森市,1.00`).join("\r\n");
  assert.equal(await load(element, `base,industry,city,lq\r\n${rows}\r\n`), undefined);
  assert.deepEqual(await element.locator(".scroll tbody tr th").allTextContents(), names);
  await answered(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no sideways overflow");
  assert.equal(await element.locator("img").count(), 0);
  for (const lang of ["en", "ja-easy"]) {
    await speak(element, lang);
    assert.equal(await element.locator("img").count(), 0, lang);
  }
  assertClean();
  await close();
});

test("200 damaged files: each is shown or refused with a place, and the widget lives on", async () => {
  const { page, element, assertClean, close } = await host("lq");
  const sources = [await published("lq.csv"), await published("lq.json"), TINY];
  // A small generator with a fixed seed: the same 200 files in every run.
  let seed = 20241;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const damage = (text) => {
    const at = next(text.length);
    const piece = text.slice(at, at + 1 + next(40));
    return [
      () => text.slice(0, at),
      () => text.slice(0, at) + text.slice(at + piece.length),
      () => text.slice(0, at) + piece + text.slice(at),
      () => text.slice(0, at) + '"{[,:\0\n\u202e9'[next(9)] + text.slice(at + 1),
      () => text.replace(/\d\.\d\d/g, (number) => (next(50) ? number : "1e999")),
      () => text.split("\n").reverse().join("\n"),
      () => text.replaceAll(",", ";"),
      () => text.replaceAll('"', ""),
    ][next(8)]();
  };
  let refused = 0;
  for (let number = 0; number < 200; number += 1) {
    const text = damage(sources[number % sources.length]);
    const thrown = await load(element, text);
    if (!thrown) continue;
    refused += 1;
    assert.equal(thrown.code, "data", `file ${number}`);
    assert.ok(thrown.faults.length > 0, `file ${number}`);
    const lines = text.split(/\r\n|\r|\n/).length;
    for (const { line, message } of thrown.faults) {
      assert.ok(line === null || (line >= 1 && line <= lines + 1), `file ${number}: line ${line} of ${lines}`);
      assert.ok(message.length > 5);
    }
  }
  assert.ok(refused > 100, `${refused} were refused`);
  assert.ok(await element.locator(".scroll tbody tr").count() > 0);
  assert.equal(await load(element, TINY), undefined);
  assert.equal(await cell(element, 0, 0), "2.50");
  assert.ok((await page.evaluate(() => globalThis.errors.length)) >= refused);
  assertClean();
  await close();
});

test("the complete module cannot be loaded: what is there stays, and it is said", async () => {
  for (const kind of KINDS) {
    const { page, element, close } = await host(kind, "", `/short-${kind}.html`);
    await page.route(/shigoto-complete/, (route) => route.abort());
    const thrown = await load(element, TINY);
    assert.equal(thrown.code, "unsupported", kind);
    assert.match(await notice(element).textContent(), /読み込めませんでした/);
    assert.ok(await notice(element).isVisible());
    await close();
  }
});

test("an industry that is kept back: a sign with words in table, dots and detail, last when sorted, the sign in what is copied", async () => {
  const { page, element, assertClean, close } = await host("lq");
  const town = `${TINY}output,林業,架空市,X\r\noutput,林業,青森市,1.50\r\n`;
  assert.equal(await load(element, town), undefined);
  assert.match(await element.locator(".own").textContent(), /公表されていない値が1/);
  const kept = element.locator('tr[data-row="2"] td').first();
  assert.equal(await kept.textContent(), "–");
  const said = await kept.getByRole("img").getAttribute("aria-label");
  assert.match(said, /公表されていません/);
  const ground = (cell) => cell.evaluate((one) => getComputedStyle(one).backgroundColor);
  const none = await element.evaluate((one) => getComputedStyle(one.shadowRoot.querySelector("tbody th")).backgroundColor);
  assert.ok([none, "rgba(0, 0, 0, 0)"].includes(await ground(kept)), "no heat");
  await element.evaluate((one) => one.setAttribute("city", one.shadowRoot.querySelector("[data-sort]").dataset.sort));
  for (const direction of ["descending", "ascending"]) {
    await element.locator("[data-sort]").first().click();
    await element.locator(`thead th[aria-sort=${direction}]`).waitFor();
    assert.equal((await element.locator(".scroll tbody tr th").allTextContents()).at(-1), "林業", direction);
  }
  assert.match(await element.locator(".sentence").textContent(), /2産業のうち、.*上回るのは1産業.*ほかの1産業の値は公表されていません/);
  const copied = await element.evaluate((one) => one.shadowRoot.querySelector("tr[data-row='2']").innerText.split("\t").map((text) => text.trim()));
  assert.deepEqual(copied.slice(1), ["–", "1.50"]);
  await element.evaluate((one) => one.setAttribute("view", "dots"));
  const row = element.locator('.dots li[data-row="2"]');
  await row.locator(".value").getByText("–").waitFor();
  assert.ok(await element.locator(".sheet > .key", { hasText: "「–」は、公表されていない値です。" }).isVisible());
  // Under a mouse drawn along the row lies the other city's dot alone.
  const strip = await row.locator(".strip").boundingBox();
  await page.mouse.move(strip.x + 20, strip.y + strip.height / 2);
  await page.mouse.down();
  await page.mouse.move(strip.x + 60, strip.y + strip.height / 2, { steps: 4 });
  assert.match(await element.locator("[data-bubble]").textContent(), /青森市.*1\.50/);
  await page.mouse.up();
  await element.locator("[data-bubble]").waitFor({ state: "detached" });
  await row.locator("summary").click();
  await row.locator("[data-detail]").click();
  const panel = element.locator(".panel");
  await panel.locator("h3").waitFor();
  assert.match(await panel.textContent(), /生産額で見た特化係数は、公表されていません/);
  await element.evaluate((one) => one.setAttribute("view", "compare"));
  await element.locator(".compare tbody tr").last().getByText("林業").waitFor();
  assert.deepEqual((await element.locator(".compare tbody tr").last().locator("td").allTextContents()).slice(1).map((text) => text.trim()), ["1.50", "–"]);
  assert.deepEqual(await page.evaluate(() => globalThis.errors), []);
  assertClean();
  await close();
});

/** Drops files on a widget, as names and texts. */
const drop = (element, files) =>
  element.locator("h2").evaluate((target, all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of all) transfer.items.add(new File([text], name, { type: "text/csv" }));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
  }, files);

test("several files at once: all are taken, whatever their order, and all are named", async () => {
  const list = (await published("kpi.csv")).trimEnd().split("\r\n");
  // Another target, so that readings of the city's list would not do: they belong to the list beside them.
  const [head, first] = list;
  const cells = first.split(",");
  cells[0] = "our-own";
  const kpis = `${head}\r\n${cells.join(",")}\r\n`;
  const readings = `id,period,value,source,note\r\nour-own,2025年度,${cells.at(-1)},A,\r\n`;
  for (const files of [[["a.csv", kpis], ["b.csv", readings]], [["b.csv", readings], ["a.csv", kpis]]]) {
    const { page, element, assertClean, close } = await host("kpi", 'year="2026"');
    await drop(element, files);
    await element.locator(".own").waitFor();
    assert.match(await element.locator(".own").textContent(), /a\.csv、b\.csv/);
    assert.match(await element.locator(".said").textContent(), /a\.csv、b\.csv/);
    assert.equal(await element.locator(".card").count(), 1);
    assert.match(await element.locator(".state").textContent(), /目標を達成|水準を維持/);
    assert.deepEqual(await page.evaluate(() => globalThis.errors), []);
    assertClean();
    await close();
  }
});

test("of several files, those that cannot be taken are told by name, the others are shown", async () => {
  const { page, element, assertClean, close } = await host("lq");
  await drop(element, [["swot.csv", await published("swot.csv")], ["town.csv", TINY], ["note.csv", "a,b\r\n1,2\r\n"]]);
  await element.locator(".own").waitFor();
  assert.match(await element.locator(".own").textContent(), /^town\.csvの/);
  const told = await page.evaluate(() => globalThis.errors);
  assert.deepEqual(told.map(({ code }) => code).sort(), ["data", "wrong-kind"]);
  assert.ok(await notice(element).isVisible());
  assertClean();
  await close();
});

test("what a script may hand over: bytes, views on them, an answer of fetch; nothing that is no data", async () => {
  const { page, element, assertClean, close } = await host("lq");
  shared.server.pages["/town.csv"] = { body: TINY, type: "text/csv; charset=utf-8" };
  const taken = await element.evaluate(async (one, text) => {
    const bytes = new TextEncoder().encode(text);
    const outcomes = [];
    for (const data of [bytes, bytes.buffer, new DataView(bytes.buffer), new Blob([bytes]), await fetch("/town.csv")]) {
      outcomes.push(await one.load(data).then(() => one.shadowRoot.querySelectorAll(".scroll tbody tr").length, ({ code }) => code));
      await one.load('{"x": 1}').catch(() => {});
    }
    return outcomes;
  }, TINY);
  assert.deepEqual(taken, [2, 2, 2, 2, 2]);
  assert.match(await element.locator(".own").textContent(), /town\.csv/);
  const refused = await element.evaluate(async (one) => {
    const loop = {};
    loop.loop = loop;
    const codes = [];
    for (const data of [undefined, null, loop, 5n, { big: 5n }, () => {}, Symbol("x"), await fetch("/gone.csv")]) {
      codes.push(await one.load(data).then(() => "shown", ({ code, faults }) => `${code} ${Array.isArray(faults)}`));
    }
    return codes;
  });
  const none = "no-data true";
  assert.deepEqual(refused, [none, "data true", none, none, none, none, none, "unreachable true"]);
  assert.ok((await page.evaluate(() => globalThis.errors)).every(({ message }) => !/Error/.test(message)));
  assertClean([/404/, /Failed to load resource/]);
  await close();
});

test("data that no view can be made of leave tree, state, focus and own data as they were", async () => {
  for (const kind of KINDS) {
    const { page, element, assertClean, close } = await host(kind, "", `/unmade-${kind}.html`);
    const file = await published(`${kind}.csv`);
    assert.equal(await load(element, file), undefined);
    const control = element.locator("button:visible, select:visible").last();
    await control.focus();
    const seen = await element.evaluate(async (one, text) => {
      const { shadowRoot: root } = one;
      const part = { swot: ".links", lq: ".views", kpi: ".indicators" }[one.localName.slice(8)];
      const before = [root.innerHTML, root.activeElement, JSON.stringify(one.state)];
      const real = Element.prototype.querySelector;
      Element.prototype.querySelector = function (selector) {
        return selector === part && !this.isConnected ? null : real.call(this, selector);
      };
      const thrown = await one.load(text).then(() => "taken", ({ code, faults }) => [code, faults]);
      Element.prototype.querySelector = real;
      const notice = root.querySelector(".notice");
      const isTold = !notice.hidden && notice.textContent !== "";
      notice.hidden = true;
      notice.textContent = "";
      root.querySelector(".said").textContent = "";
      const strip = (html) => html.replace(/<p class="said"[^]*?<\/p>/, "");
      return [thrown, isTold, strip(root.innerHTML) === strip(before[0]), root.activeElement === before[1], JSON.stringify(one.state) === before[2]];
    }, file);
    assert.deepEqual(seen, [["data", []], true, true, true, true], kind);
    await element.evaluate((one) => one.setAttribute("lang", "en"));
    // It is at work, as soon as the words are there.
    await element.locator(".own", { hasText: "Showing the data" }).waitFor();
    assertClean();
    await close();
  }
});

test("a file chosen in the menu shuts it; the focus is at what is said of it", async () => {
  const { page, element, assertClean, close } = await host("lq");
  const focus = () => element.evaluate((one) => one.shadowRoot.activeElement?.className);
  const choose = async (name, text) => {
    await element.locator(".menu summary").click();
    await element.locator(".take").waitFor();
    await element.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.waitForFunction(() => !document.querySelector("shigoto-lq").shadowRoot.querySelector(".menu").open);
  };
  await choose("town.csv", TINY);
  await element.locator(".own").waitFor();
  await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.className === "said");
  const box = await element.locator(".said").boundingBox();
  assert.ok(box.width > 200 && box.height >= 24, "it is seen while it has the focus");
  await choose("wrong.csv", "a,b\r\n");
  await notice(element).waitFor();
  await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.className === "notice");
  assert.notEqual(await element.locator(".said").textContent(), "");
  assert.equal(await focus(), "notice");
  await element.locator("[data-reset]").click();
  assert.match(await element.locator(".said").textContent(), /戻しました/);
  assertClean();
  await close();
});

test("a list of another plan is shown with its own sections and times, and what is not in numbers as written", async () => {
  const { element, assertClean, close } = await host("kpi");
  const list = "成果指標一覧\n基本目標,指標名,単位,現状値（R5年度）,目標値（R10年度）\nひと,甲,人,\"1,000\",1500\n,条例,,なし,制定\nまち,乙,件,30人,20件\nまち,丙,件,30件,20件\n";
  assert.equal(await load(element, list), undefined);
  assert.deepEqual(await element.locator("[data-control=pillar] span").allTextContents(), ["すべて", "ひと", "まち"]);
  assert.deepEqual((await element.locator(".indicators[data-view] .card h4").allTextContents()).sort(), ["丙", "甲"]);
  const written = element.locator(".words .card");
  assert.deepEqual(await written.locator("dd").allTextContents(), ["なし", "制定", "30人", "20件", "件"]);
  assert.ok(await written.first().locator("dd").last().isVisible());
  await element.evaluate((one) => one.setAttribute("pillar", "2"));
  assert.deepEqual(await element.locator(".indicators[data-view] .card:visible h4").allTextContents(), ["丙"]);
  const { min, max } = await element.locator("input[name=year]").evaluate(({ min, max }) => ({ min, max }));
  assert.deepEqual([min, max], ["2024", "2028"]);
  assert.doesNotMatch(await element.locator(".widget").innerText(), /戦略の柱|2033/);
  await element.locator("[data-reset]").click();
  assert.equal(await element.locator(".words").count(), 0);
  assert.equal(await element.locator("input[name=year]").getAttribute("max"), "2033");
  assertClean();
  await close();
});
