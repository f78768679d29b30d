// What comes out of the printer, read back from the PDF: every number and source, no row cut, no heading alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { amount, kpi, lq, printed, strategy, swot, swotTexts } from "./lib/data.mjs";
import { allReady, host } from "./lib/hosts.mjs";
import { greyPage, inLines, pageBoxes, pageTexts, squeeze } from "./lib/pdf.mjs";
import { site } from "./lib/widgets.mjs";

const shared = site();
const KINDS = ["swot", "lq", "kpi"];

// A heading that may not belong to its values has a mark.
const written = ({ labels, rows: all }) =>
  all.map(({ industry, values }) => squeeze((labels === "doubtful" ? "?" : "") + industry + values.map(printed).join("")));
const PRINTED = lq.tables.map(written);
/** As on the screen, where one table's rows are ordered by a city, its largest first. */
const ordered = (base, city) => {
  const column = lq.cities.findIndex(({ id }) => id === city);
  return lq.tables.map((table) => written(table.base === base ? { ...table, rows: table.rows.toSorted((one, other) => other.values[column] - one.values[column]) } : table));
};
const heads = squeeze(lq.cities.map(({ name }) => name).join(""));
// Between an indicator's name and its values stands its picture with the level, and its aim.
const cards = kpi.kpis.map((one) => [one.name, `基準値（${one.baseline.period}）${amount(one, one.baseline.value)}目標値${amount(one, one.target.value)}`].map(squeeze));
const PICTURE_LETTERS = 64;
const cited = {
  swot: [`出典${strategy.title}${swot.source.section}`],
  lq: lq.tables.flatMap(({ source, formula }) => [`出典${strategy.title}${source.section}`, formula]),
  kpi: [`出典${strategy.title}`],
};

/** What must stand on the paper of a widget, each text in one piece on one page. */
const wanted = {
  swot: [...[...swotTexts().values()].flat(), ...cited.swot].map(squeeze),
  lq: cited.lq.map(squeeze),
  kpi: cited.kpi.map(squeeze),
};

/** Prints a page. Returns the PDF and the texts of its headings. */
async function print(opened, options = { format: "A4" }) {
  await allReady(opened.page);
  const headings = await opened.page.locator("h1, h2, h3, h4, caption").allTextContents();
  const pdf = await opened.page.pdf(options);
  opened.assertClean();
  await opened.close();
  return { pdf, headings: headings.map(squeeze) };
}

const hosted = (kind, attributes = "") => host(shared, `<h1>市のページ</h1><p>前の文。</p><shigoto-${kind} ${attributes}></shigoto-${kind}><p>後の文。</p>`);

const missing = (pages, texts) => texts.filter((text) => !pages.some((page) => page.includes(text)));

/** Cards whose values do not stand soon after their name on one page. */
const torn = (pages) =>
  cards.filter(([name, values]) => {
    const isNear = (rest) => rest.includes(values) && rest.indexOf(values) <= PICTURE_LETTERS;
    return !pages.some((page) => page.split(name).slice(1).some((_, index, after) => isNear(after.slice(index).join(name))));
  });

/** Headings that stand at the foot of a page, away from what they head. */
function stranded(pages, headings) {
  return pages.slice(0, -1).flatMap(({ words }, index) => {
    const last = inLines(words).at(-1) ?? "";
    return headings.some((heading) => heading.endsWith(last)) ? [`page ${index + 1}: ${last}`] : [];
  });
}

/** Words that stand beyond the paper's edge. */
const beyond = (pages) =>
  pages.flatMap(({ width, height, words }) => words.filter(({ left, right, middle }) => left < -1 || middle < 0 || right > width + 1 || middle > height));

/**
 * Fails unless every row of every table stands on one page in one line, in its order, under the cities' names.
 * Returns the number of pages each table takes.
 */
function assertTables(pages, rows = PRINTED) {
  const lines = pages.flatMap(({ words }, page) => inLines(words).map((text) => ({ text, page })));
  const found = lines.filter(({ text }) => rows.flat().includes(text));
  assert.deepEqual(found.map(({ text }) => text), rows.flat());
  const headed = new Set(lines.filter(({ text }) => text.includes(heads)).map(({ page }) => page));
  assert.deepEqual(found.filter(({ page }) => !headed.has(page)).map(({ text }) => text), [], "rows of columns without a name");
  let start = 0;
  return rows.map((table) => new Set(found.slice(start, (start += table.length)).map(({ page }) => page)).size);
}

async function assertPrinted({ pdf, headings }, kinds, rows) {
  const [texts, boxes] = [await pageTexts(pdf), await pageBoxes(pdf)];
  for (const kind of kinds) assert.deepEqual(missing(texts, wanted[kind]), [], `${kind}: missing, or torn between two pages`);
  if (kinds.includes("kpi")) assert.deepEqual(torn(texts), [], "a card torn between two pages");
  if (kinds.includes("lq")) assert.deepEqual(assertTables(boxes, rows), [1, 1, 1], "a table that would fit on one page");
  assert.deepEqual(stranded(boxes, headings), []);
  assert.deepEqual(beyond(boxes), []);
}

test("the page on A4: all of it, no row or card cut, no heading alone", async () => {
  const printout = await print(await shared.open());
  await assertPrinted(printout, KINDS);
  const text = (await pageTexts(printout.pdf)).join("");
  for (const name of [strategy.publisher, strategy.title]) assert.ok(text.includes(squeeze(name)), name);
});

for (const kind of KINDS) {
  test(`shigoto-${kind} on the page of a host, on A4`, async () => assertPrinted(await print(await hosted(kind)), [kind]));
}

test("what is chosen on the screen leaves nothing out on paper", async () => {
  await assertPrinted(await print(await hosted("lq", "base='employees' view='dots' city='akita'")), ["lq"], ordered("employees", "akita"));
  await assertPrinted(await print(await hosted("swot", "select='S-1'")), ["swot"]);
  await assertPrinted(await print(await hosted("kpi", "pillar='2'")), ["kpi"]);
});

test("on a small sheet tables run on: heads again on each page, no row cut", async () => {
  const { pdf, headings } = await print(await hosted("lq"), { width: "210mm", height: "105mm" });
  const boxes = await pageBoxes(pdf);
  for (const pages of assertTables(boxes)) assert.ok(pages > 1, "a table that fits proves nothing");
  assert.deepEqual(stranded(boxes, headings), []);
});

/** Contrast between the darkest and the lightest dot of a box on a grey page. */
function contrast({ dots, at }, { left, top, right, bottom }) {
  const luminance = (grey) => (grey <= 10.31475 ? grey / 3294.6 : ((grey / 255 + 0.055) / 1.055) ** 2.4);
  let [least, most] = [1, 0];
  for (let y = Math.floor(top * dots); y < bottom * dots; y += 1) {
    for (let x = Math.floor(left * dots); x < right * dots; x += 1) {
      const own = luminance(at(x, y));
      [least, most] = [Math.min(least, own), Math.max(most, own)];
    }
  }
  return (most + 0.05) / (least + 0.05);
}

/** Dots that are not white, on all pages of a PDF. */
async function inkOf(pdf) {
  let count = 0;
  for (const [index, { width, height }] of (await pageBoxes(pdf)).entries()) {
    const { dots, at } = await greyPage(pdf, index + 1, 100);
    for (let y = 0; y < height * dots - 1; y += 1) for (let x = 0; x < width * dots - 1; x += 1) count += at(x, y) < 235 ? 1 : 0;
  }
  return count;
}

const PICTURES = {
  "the gauges": ["kpi", "pillar='2'", 1500],
  "the bullets": ["kpi", "view='bullet' pillar='2'", 1500],
  "the ways through the years": ["kpi", "view='trajectory' pillar='2'", 1500],
  "one indicator's way": ["kpi", "kpi='startups' pillar='1'", 1000],
  "the dots": ["lq", "view='dots' city='akita'", 4000],
  "the quadrants": ["lq", "view='quadrant'", 1500],
  "the lines of the matrix": ["swot", "select='S-1'", 1500],
};
for (const [what, [kind, attributes, least]] of Object.entries(PICTURES)) {
  test(`${what} are on paper as on the screen, in the colours of the day`, async () => {
    const printed = async (css, colorScheme) => {
      const opened = await host(shared, `<shigoto-${kind} ${attributes}></shigoto-${kind}>`, { css: `shigoto-${kind} { --shigoto-radius: 0 }`, colorScheme });
      await allReady(opened.page);
      await opened.page.evaluate((rule) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rule);
        document.querySelector("shigoto-swot, shigoto-lq, shigoto-kpi").shadowRoot.adoptedStyleSheets.push(sheet);
      }, css);
      return inkOf((await print(opened)).pdf);
    };
    const [without, day, night] = [await printed("canvas { visibility: hidden }", "light"), await printed("x {}", "light"), await printed("x {}", "dark")];
    assert.ok(day - without > least, `${day - without} dots of pictures`);
    assert.ok(Math.abs(night - day) < 0.02 * day, `${night} dots at night, ${day} by day`);
  });
}

for (const printBackground of [false, true]) {
  test(`a dark theme is no theme for paper (${printBackground ? "with" : "without"} grounds)`, async () => {
    for (const [kind, theme] of [["lq", "dark"], ["kpi", "contrast"]]) {
      const { pdf } = await print(await hosted(kind, `theme="${theme}"`), { format: "A4", printBackground });
      const boxes = await pageBoxes(pdf);
      const page = await greyPage(pdf, 1);
      // The box of a word reaches beyond its letters, into the next row's ground: the middle half is its own.
      const inner = ({ top, bottom, ...word }) => ({ ...word, top: top + (bottom - top) / 4, bottom: bottom - (bottom - top) / 4 });
      const faint = boxes[0].words.filter((word) => contrast(page, inner(word)) < 4.5).map(({ text }) => text);
      assert.deepEqual(faint, [], `${kind}, ${theme}`);
    }
  });
}

test("without colour each quotient and each status can still be read", async () => {
  const { pdf } = await print(await shared.open());
  const boxes = await pageBoxes(pdf);
  let quotients = 0;
  for (const [index, { words }] of boxes.entries()) {
    const numbers = words.filter(({ text }) => /^\d\.\d\d$/.test(text));
    if (numbers.length === 0) continue;
    const page = await greyPage(pdf, index + 1);
    for (const number of numbers) assert.ok(contrast(page, number) >= 4.5, `page ${index + 1}: ${number.text} ${contrast(page, number)}`);
    quotients += numbers.length;
  }
  assert.ok(quotients >= PRINTED.flat().length * lq.cities.length, `${quotients} quotients`);
  const text = (await pageTexts(pdf)).join("");
  assert.ok(text.includes("半分以下") && text.includes("2倍以上"), "what the shades mean");
  assert.equal(text.split("–実績未公表").length - 1, kpi.kpis.length, "a status in words and a sign");
});
