// By keyboard alone: tables, dots and quadrants are one stop of the tab key each, arrow keys go among its data, Enter opens, Escape returns.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq } from "./lib/data.mjs";
import { answered, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();

/** What has the focus inside a widget: its text, and the city and row of a cell. */
const focus = (page, kind) =>
  widget(page, kind).evaluate(({ shadowRoot: { activeElement: active } }) => {
    if (!active) return null;
    const cell = active.closest("td, th");
    return { text: active.textContent.trim(), tag: active.localName, row: cell?.parentElement.rowIndex, column: cell?.cellIndex, code: active.dataset.code };
  });

/** Presses a key and waits until the focus has gone somewhere else. */
async function go(page, kind, key) {
  const before = JSON.stringify(await focus(page, kind));
  await page.keyboard.press(key);
  await page.waitForFunction(
    ([tag, was]) => {
      const active = document.querySelector(tag).shadowRoot.activeElement;
      const cell = active?.closest("td, th");
      const now = active && { text: active.textContent.trim(), tag: active.localName, row: cell?.parentElement.rowIndex, column: cell?.cellIndex, code: active.dataset.code };
      return JSON.stringify(now) !== was;
    },
    [`shigoto-${kind}`, before],
  );
  return focus(page, kind);
}

test("the table is one stop; arrows go from cell to cell, Enter opens the detail, Escape comes back", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const region = widget(page, "lq").locator(".sheet:not([hidden]) .scroll");
  await region.focus();
  const first = await go(page, "lq", "ArrowDown");
  assert.deepEqual([first.tag, first.row], ["button", 0]);
  let at = await go(page, "lq", "ArrowDown");
  assert.deepEqual([at.row, at.column], [1, first.column]);
  at = await go(page, "lq", "ArrowRight");
  assert.deepEqual([at.tag, at.row, at.column, at.text], ["td", 1, first.column + 1, lq.tables[0].rows[0].values[first.column].toFixed(2)]);
  at = await go(page, "lq", "End");
  assert.deepEqual([at.row, at.column], [1, lq.cities.length]);
  at = await go(page, "lq", "Control+End");
  assert.deepEqual([at.row, at.column], [lq.tables[0].rows.length, lq.cities.length]);
  at = await go(page, "lq", "Home");
  assert.equal(at.column, 0);
  at = await go(page, "lq", "ArrowUp");
  at = await go(page, "lq", "ArrowRight");
  at = await go(page, "lq", "ArrowRight");
  await page.keyboard.press("Enter");
  const panel = widget(page, "lq").locator(".panel");
  await panel.locator("h3").waitFor();
  const row = lq.tables[0].rows.at(-2);
  const { city, industry } = await state(page, "lq");
  assert.deepEqual([city, industry], [lq.cities[1].id, row.industry]);
  assert.match(await panel.textContent(), new RegExp(row.values[1].toFixed(2)));
  assert.equal((await focus(page, "lq")).tag, "h3");
  await page.keyboard.press("Escape");
  await answered(page);
  assert.ok(await panel.isHidden());
  assert.equal((await focus(page, "lq")).text, row.industry, "back at the row it came from");
  assertClean();
  await close();
});

test("a tab leaves the table after its one stop", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  await widget(page, "lq").locator(".sheet:not([hidden]) .scroll").focus();
  await page.keyboard.press("Tab");
  const isInside = await widget(page, "lq").evaluate((node) => Boolean(node.getRootNode().activeElement?.closest(".scroll")));
  assert.ok(!isInside, "the next stop is beyond the table");
  assertClean();
  await close();
});

/** Whether all of what has the focus can be seen: it lies in the window, and nothing else over it. */
const isBare = (page, kind) =>
  widget(page, kind).evaluate(({ shadowRoot }) => {
    const item = shadowRoot.activeElement;
    const { left, right, top, bottom } = item.getBoundingClientRect();
    const y = (top + bottom) / 2;
    const isOwn = (x) => {
      const seen = shadowRoot.elementFromPoint(x, y);
      return item === seen || item.contains(seen);
    };
    // What is brought into view stands at a whole pixel, its other end need not.
    return left >= 0 && right <= innerWidth && top > -1 && bottom < innerHeight + 1 && [left + 3, (left + right) / 2, right - 3].every(isOwn);
  });

test("on a narrow screen what arrows and tabs go to is never covered by a head, nor cut off, and none is left out", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot", "lq"], viewport: { width: 320, height: 400 } });
  await setAttributes(page, "lq", { view: "table" });
  await widget(page, "lq").locator(".sheet:not([hidden]) .scroll").focus();
  await go(page, "lq", "ArrowDown");
  let at = await go(page, "lq", "ArrowDown");
  const all = lq.cities.map((_, index) => index + 1);
  const walk = async (key, columns) => {
    for (const column of columns) {
      at = await go(page, "lq", key);
      assert.deepEqual([at.row, at.column], [1, column]);
      assert.ok(await isBare(page, "lq"), `column ${column} after ${key}`);
    }
  };
  await walk("ArrowRight", all.slice(1));
  await walk("ArrowLeft", [...all.toReversed().slice(1), 0]);
  await widget(page, "swot").locator('[data-code="S-1"]').focus();
  for (const [key, code] of [["ArrowDown", "S-2"], ["ArrowDown", "S-3"], ["Tab", "W-1"], ["ArrowDown", "W-2"]]) {
    assert.equal((await go(page, "swot", key)).code, code);
    assert.ok(await isBare(page, "swot"), code);
  }
  assertClean();
  await close();
});

test("in the matrix arrows go where one looks, and Enter selects", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"] });
  await widget(page, "swot").locator('[data-code="S-1"]').focus();
  assert.equal((await go(page, "swot", "ArrowRight")).code, "W-1");
  assert.equal((await go(page, "swot", "ArrowLeft")).code, "S-1");
  assert.equal((await go(page, "swot", "ArrowDown")).code, "S-2");
  assert.equal((await go(page, "swot", "ArrowDown")).code, "S-3");
  assert.equal((await go(page, "swot", "ArrowDown")).code, "SO-1");
  assert.match((await go(page, "swot", "ArrowLeft")).code, /^O-/);
  assert.equal((await go(page, "swot", "Control+End")).code, "WT-1");
  await page.keyboard.press("Enter");
  await answered(page);
  assert.equal((await state(page, "swot")).select, "WT-1");
  assertClean();
  await close();
});

test("dot rows and names in the quadrants are reached by arrows", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  await setAttributes(page, "lq", { view: "dots" });
  const first = widget(page, "lq").locator(".sheet:not([hidden]) .dots summary").first();
  await first.focus();
  const [, second] = [...lq.tables[0].rows].sort((a, b) => b.values[0] - a.values[0]);
  assert.match((await go(page, "lq", "ArrowDown")).text, new RegExp(second.industry));
  await setAttributes(page, "lq", { view: "quadrant" });
  await widget(page, "lq").locator(".names button").first().waitFor();
  await widget(page, "lq").locator(".field-plot").focus();
  const name = await go(page, "lq", "ArrowDown");
  // Both quotients follow, for those who hear it.
  const found = lq.tables[0].rows.find(({ industry }) => name.text.startsWith(`${industry} `));
  assert.ok(found, name.text);
  const { values } = lq.tables.find(({ base }) => base === "output").rows.find(({ industry }) => industry === found.industry);
  assert.ok(name.text.includes(` 生産額${values[0].toFixed(2)}、就業者`), name.text);
  assert.match(await widget(page, "lq").locator(".field-plot").getAttribute("aria-label"), /生産額.*、就業者/);
  await page.keyboard.press("Enter");
  await widget(page, "lq").locator(".panel h3").waitFor();
  assert.equal((await state(page, "lq")).industry, found.industry);
  assertClean();
  await close();
});

test("a change of language leaves the focus where it was", async () => {
  // Our own pages have one choice of language for all, in their bar.
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], path: "embed.html?widget=lq" });
  for (const lang of ["en", "ja-easy", "ja"]) {
    const choice = widget(page, "lq").locator(`input[name=lang][value="${lang}"]`);
    await choice.focus();
    await page.keyboard.press("Space");
    await widget(page, "lq").locator(`.widget[lang="${lang.replace("-", lang === "ja-easy" ? "-x-" : "-")}"]`).waitFor();
    await answered(page);
    assert.equal(await widget(page, "lq").evaluate((element) => element.shadowRoot.activeElement?.value), lang);
  }
  assertClean();
  await close();
});

test("the first press on an industry brings the focus to its detail, and into sight", async () => {
  for (const viewport of [{ width: 1280, height: 600 }, { width: 700, height: 400 }]) {
    const { page, assertClean, close } = await shared.open({ widgets: ["lq"], viewport });
    const button = widget(page, "lq").locator("[data-base=output] [data-detail]").first();
    await button.click();
    await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.localName === "h3");
    const box = await widget(page, "lq").locator(".panel h3").boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= viewport.height, `${JSON.stringify(box)} in ${viewport.height}`);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.matches("[data-detail]"));
    assertClean();
    await close();
  }
});

const menuIsOpen = (page, kind) => widget(page, kind).locator(".menu").evaluate((menu) => menu.open);
const openMenu = async (page, kind) => {
  await widget(page, kind).locator(".menu summary").click();
  await widget(page, kind).locator(".take").waitFor();
};

test("the menu shuts when the focus or a press goes elsewhere, and on Escape from anywhere in the widget", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq", "kpi"], viewport: { width: 390, height: 700 } });
  await openMenu(page, "lq");
  await widget(page, "lq").locator(".menu input").focus();
  assert.ok(await menuIsOpen(page, "lq"), "its own entries leave it open");
  await page.keyboard.press("Tab");
  assert.ok(!(await menuIsOpen(page, "lq")));
  assert.ok(await isBare(page, "lq"), "what has the focus is seen");
  await openMenu(page, "lq");
  await widget(page, "lq").locator(".menu > div > p").click();
  assert.ok(await menuIsOpen(page, "lq"));
  await widget(page, "lq").locator("h2").click();
  assert.ok(!(await menuIsOpen(page, "lq")));
  await openMenu(page, "lq");
  await widget(page, "kpi").locator("footer p").last().click();
  assert.ok(!(await menuIsOpen(page, "lq")), "a press in another widget");
  // Where a press on a button does not focus it, the focus is elsewhere when the menu opens.
  await widget(page, "lq").locator("select").first().focus();
  await widget(page, "lq").locator(".menu").evaluate((menu) => (menu.open = true));
  await page.keyboard.press("Escape");
  assert.ok(!(await menuIsOpen(page, "lq")));
  assert.equal((await focus(page, "lq")).tag, "select");
  await openMenu(page, "lq");
  await page.keyboard.press("Escape");
  assert.equal((await focus(page, "lq")).tag, "summary");
  assertClean();
  await close();
});

test("the note on a word shuts when the focus leaves it, and does not pull it back", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq", "kpi"] });
  await widget(page, "lq").locator("a.term").first().click();
  const note = widget(page, "lq").locator("[popover]");
  await note.waitFor();
  await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.matches("[popover]"));
  await widget(page, "kpi").locator("input[name=year]").focus();
  await note.waitFor({ state: "hidden" });
  await answered(page);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "shigoto-kpi");
  assertClean();
  await close();
});

test("who waits for the complete module is told, and it comes when one only points at what needs it", async () => {
  let release;
  const held = new Promise((done) => (release = done));
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  await page.route(/shigoto-complete/, (route) => held.then(() => route.continue()));
  const asked = page.waitForRequest(/shigoto-complete/);
  await widget(page, "lq").locator(".menu summary").dispatchEvent("pointerover", { pointerType: "mouse" });
  await asked;
  const busy = () => widget(page, "lq").locator(".widget").getAttribute("aria-busy");
  assert.equal(await busy(), null, "who has asked for nothing is told nothing");
  await widget(page, "lq").locator("[data-detail]").first().click();
  await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.querySelector("[aria-busy=true]"));
  const line = widget(page, "lq").locator(".said");
  assert.equal(await line.textContent(), "読み込んでいます。");
  const box = await line.boundingBox();
  assert.ok(box.width > 600 && box.y + box.height <= 800 && box.y > 0, JSON.stringify(box));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  release();
  await widget(page, "lq").locator(".panel h3").waitFor();
  assert.deepEqual([await busy(), await line.textContent()], [null, ""]);
  assertClean();
  await close();
});

test("sorting is said", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const line = widget(page, "lq").locator(".said");
  const head = widget(page, "lq").locator("[data-base=output] [data-sort=akita]").first();
  assert.equal(await line.getAttribute("role"), "status");
  for (const words of [/^大きい順：秋田市$/, /^小さい順：秋田市$/, /^印刷の順$/]) {
    await head.click();
    await answered(page);
    assert.match(await line.textContent(), words);
    assert.match(await widget(page, "lq").locator(".order").textContent(), words, "and stands over the head");
  }
  await setAttributes(page, "lq", { lang: "en" });
  await widget(page, "lq").locator("[data-base=output] [data-sort=akita]").first().click();
  await page.waitForFunction(() => /^Largest first: Akita City/.test(document.querySelector("shigoto-lq").shadowRoot.querySelector(".said").textContent));
  assert.equal(await line.getAttribute("lang"), "en");
  assertClean();
  await close();
});
