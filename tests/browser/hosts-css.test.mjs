// Style sheets of host pages: whatever they say, a widget looks as it does on a page that says nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { allReady, host } from "./lib/hosts.mjs";
import { fingerprints } from "./lib/pixels.mjs";
import { site } from "./lib/widgets.mjs";

const shared = site();

// Every property that a shadow tree inherits, said as loudly as CSS can.
const INHERITED = `* {
  font: italic small-caps 900 condensed 40px/5 fantasy !important; font-size: 40px !important; font-size-adjust: 0.9 !important;
  font-variant: all-small-caps !important; font-feature-settings: "palt", "zero" !important; font-kerning: none !important; font-synthesis: none !important;
  color: red !important; -webkit-text-fill-color: lime !important; -webkit-text-stroke: 2px blue !important; text-shadow: 3px 3px 0 red !important; accent-color: lime !important; caret-color: lime !important;
  letter-spacing: 1em !important; word-spacing: 2em !important; text-indent: 5em !important; line-height: 5 !important;
  text-align: justify !important; text-align-last: right !important; text-transform: uppercase !important; text-wrap: nowrap !important;
  white-space: pre !important; word-break: break-all !important; overflow-wrap: anywhere !important; line-break: anywhere !important; hyphens: auto !important; tab-size: 20 !important;
  text-emphasis: dot red !important; text-underline-offset: 20px !important; text-underline-position: under !important; text-decoration-skip-ink: none !important;
  text-orientation: upright !important; text-combine-upright: all !important; text-rendering: geometricPrecision !important; hanging-punctuation: first !important;
  direction: rtl !important; unicode-bidi: bidi-override !important; writing-mode: vertical-rl !important;
  list-style: upper-roman inside !important; quotes: "<" ">" !important; orphans: 9 !important; widows: 9 !important;
  border-collapse: separate !important; border-spacing: 20px !important; caption-side: bottom !important; empty-cells: hide !important;
  scrollbar-color: red lime !important; text-autospace: normal !important; text-spacing-trim: trim-start !important;
  cursor: none !important; user-select: none !important; image-rendering: pixelated !important; -webkit-text-size-adjust: 300% !important; -webkit-user-modify: read-write !important;
}`;

const HOSTS = {
  "the contract's reset": { css: "* { all: revert !important; font-size: 40px !important; box-sizing: content-box !important; letter-spacing: 1em; color: red; direction: rtl; text-transform: uppercase; line-height: 5 }" },
  "every inherited property": { css: INHERITED },
  "a rem of 10 px": { css: "html { font-size: 62.5% } body { font-size: 1.4rem; line-height: 1 }" },
  "elements inline and upright": { css: "shigoto-swot, shigoto-lq, shigoto-kpi { display: inline !important; writing-mode: vertical-rl !important }" },
  "a page that reads from right to left": { css: "body { direction: rtl; text-align: right }", root: 'dir="rtl"' },
  "class names of ours": { css: ".widget, .matrix, .seg, .card, .scroll, table, td, button { display: inline !important; font-size: 9px !important; padding: 40px !important }" },
};

// What a host may ask for is left to it.
const HOSTS_RIGHT = ["color-scheme"];

const LOUDEST = ["the contract's reset", "every inherited property"];
const KINDS = ["swot", "lq", "kpi"];
const MARKUP = "<shigoto-swot select='S-1'></shigoto-swot><shigoto-lq base='employees'></shigoto-lq><shigoto-kpi year='2030'></shigoto-kpi>";

/**
 * What each element's shadow tree looks like: the box of every node, from the widget's corner, and all that is computed
 * of the first node of each sort (its tags and classes up to the widget; a style sheet knows no more of them).
 */
const looks = (elements) =>
  elements.evaluateAll((all, skipped) => {
    const sort = (node) => (node.matches(".widget") ? "" : `${sort(node.parentElement)} ${[node.localName, ...node.classList].join(".")}`);
    const computed = (node, pseudo) => {
      const style = getComputedStyle(node, pseudo);
      if (pseudo && style.content === "none") return [];
      const names = [...style, "-webkit-locale"].filter((name) => !name.startsWith("--") && !skipped.includes(name));
      return names.map((name) => [`${pseudo ?? ""} ${name}`, style.getPropertyValue(name)]);
    };
    return all.map((element) => {
      const seen = new Set();
      const origin = element.shadowRoot.querySelector(".widget").getBoundingClientRect();
      return [...element.shadowRoot.querySelectorAll(".widget, .widget *")].map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        // What stays in the window stands where the window is, not where the widget is.
        const isFree = (width || height) && !node.closest(".links, .scroll thead");
        const place = isFree ? [x - origin.x, y - origin.y] : [];
        const box = [" box", [...place, width, height].map((px) => px.toFixed(2)).join()];
        const name = sort(node);
        const isKnown = seen.size === seen.add(name).size;
        return [name, isKnown ? [box] : [box, ...computed(node), ...computed(node, "::before")]];
      });
    });
  }, HOSTS_RIGHT);

/** The first difference of each property between two looks, as lines to read. */
function differences(expected, seen) {
  assert.equal(seen.length, expected.length);
  const lines = new Map();
  for (const [index, [name, said]] of expected.entries()) {
    const other = new Map(seen[index][1]);
    for (const [property, value] of said) {
      if (other.get(property) !== value && !lines.has(property)) lines.set(property, `${name}${property}: ${other.get(property)}, not ${value}`);
    }
  }
  return [...lines.values()];
}

/** What the widgets look like on a page: all that is computed, and what is painted. */
async function shown(width, { css = "", ...page } = {}) {
  const room = `main { width: ${width - 40}px !important }`;
  const opened = await host(shared, `<main>${MARKUP}</main>`, { ...page, css: room + css, viewport: { width, height: 800 } });
  await allReady(opened.page);
  const elements = opened.page.locator("main > *");
  const styles = await looks(elements);
  const pictures = [];
  for (const one of await elements.all()) pictures.push(await fingerprints(one.locator("canvas")));
  if (process.env.PICTURES) await opened.page.screenshot({ path: `${process.env.PICTURES}/${width}-${css.length}.png`, fullPage: true });
  opened.assertClean();
  await opened.close();
  return { styles, pictures };
}

const neutral = {};
const alone = async (width) => (neutral[width] ??= await shown(width));

for (const [width, names] of [[1280, Object.keys(HOSTS)], [420, LOUDEST]]) {
  for (const what of names) {
    test(`at ${width} px the widgets look the same in spite of ${what}`, async () => {
      const [expected, seen] = [await alone(width), await shown(width, HOSTS[what])];
      const found = KINDS.flatMap((kind, index) => differences(expected.styles[index], seen.styles[index]).map((line) => kind + line));
      assert.deepEqual(found, []);
      assert.deepEqual(seen.pictures, expected.pictures, "what is painted");
    });
  }
}

test("a page without a doctype changes no type and no colour", async () => {
  // Lines are set a few pixels closer there; but such a page also keeps its type out of tables.
  const [expected, seen] = [await alone(1280), await shown(1280, { doctype: "" })];
  const found = KINDS.flatMap((kind, index) => differences(expected.styles[index], seen.styles[index]).map((line) => kind + line));
  assert.deepEqual(found.filter((line) => / (font|color|line-height|text|white-space|letter|display|-webkit-locale)[^ ]*:/.test(line)), []);
});

/** A few things of a widget that a custom property decides, as computed. */
const styled = (element) =>
  element.evaluate((one) => {
    const find = (selector) => getComputedStyle(one.shadowRoot.querySelector(selector));
    const [root, chosen, button] = [find(".widget"), find(".seg input:checked + span"), find(".field select")];
    return { font: root.fontFamily, size: root.fontSize, ink: root.color, accent: chosen.backgroundColor, radius: button.borderRadius, surface: button.backgroundColor };
  });

async function styledBy(css) {
  const { page, assertClean, close } = await host(shared, "<main><shigoto-lq></shigoto-lq></main>", { css });
  await allReady(page);
  const seen = await styled(page.locator("shigoto-lq"));
  assertClean();
  await close();
  return seen;
}

test("what the contract lets a page choose, it chooses, wherever it says so", async () => {
  const { surface, ...chosen } = await styledBy(`
    html { --shigoto-font: monospace }
    main { --shigoto-ink: rgb(1, 2, 3); --shigoto-scale: 1.5 }
    shigoto-lq { --shigoto-accent: rgb(4, 5, 6); --shigoto-radius: 11px }`);
  assert.deepEqual(chosen, { font: "monospace", size: "24px", ink: "rgb(1, 2, 3)", accent: "rgb(4, 5, 6)", radius: "11px" });
});

// Registered, nonsense in it is as good as nothing; a style sheet in a shadow tree cannot register.
test("a scale that is no number is no scale", async () => {
  assert.deepEqual(await styledBy("body { --shigoto-scale: banana; font-size: 40px }"), await styledBy(""));
});

test("custom properties of the page's own, named as ours inside, change nothing", async () => {
  const names = ["u", "r", "a", "ink", "ink-2", "paper", "surface", "accent", "on-accent", "edge", "h3"];
  assert.deepEqual(await styledBy(`* { ${names.map((name) => `--${name}: lime`).join("; ")} }`), await styledBy(""));
});

test("the page's own --u, --r and --a change nothing", async () => {
  assert.deepEqual(await styledBy("* { --u: 7px; --r: 40px; --a: lime }"), await styledBy(""));
});
