// The table's head stays in sight from top to bottom, and says the order of the rows beside it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const table = (page) => widget(page, "lq").locator(".sheet:not([hidden]) table");

/** Scrolls to the last row but two, in the window or in the place that scrolls by itself: where the head is then, and what
 * lies in its middle. */
const scrolled = (page) =>
  table(page).evaluate(async (one) => {
    const row = one.querySelectorAll("tbody tr").item(15);
    const place = one.closest(".scroll");
    if (getComputedStyle(place).overflowY === "visible") row.scrollIntoView({ block: "center" });
    else {
      place.scrollIntoView({ block: "end" });
      place.scrollTop = place.scrollHeight;
    }
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
    const [head, own] = [one.querySelector("thead th:nth-child(2)"), row].map((part) => part.getBoundingClientRect());
    const under = one.getRootNode().elementFromPoint(head.left + head.width / 2, head.top + head.height / 2);
    const bar = document.querySelector("body > .page-bar")?.getBoundingClientRect().bottom ?? 0;
    return { top: head.top, bottom: head.bottom, row: own.top, bar, isOnTop: under.closest("thead") !== null };
  });

for (const [path, width] of [["industries.html", 1280], ["industries.html", 768], ["industries.html", 360], ["index.html", 1280], ["industries.en.html", 768]]) {
  test(`${path} at ${width} px: the head is in sight beside the last rows`, async () => {
    const { page, assertClean, close } = await shared.open({ path: `${path}#lq?view=table`, widgets: ["lq"], viewport: { width, height: 640 } });
    const { top, bottom, row, bar, isOnTop } = await scrolled(page);
    assert.ok(top >= bar - 1 && bottom <= row + 1 && bottom < 640 && isOnTop, JSON.stringify({ top, bottom, row, bar, isOnTop }));
    if (width === 1280) assert.ok(Math.abs(top - bar) < 1.5, "right under the bar");
    assertClean();
    await close();
  });
}

test("a row that is gone to by keys is not under the head", async () => {
  const { page, close } = await shared.open({ path: "industries.html#lq?view=table", widgets: ["lq"], viewport: { width: 1280, height: 640 } });
  await scrolled(page);
  const button = table(page).locator("tbody tr").nth(4).locator("button");
  await button.focus();
  const [own, head] = [await button.boundingBox(), await table(page).locator("thead").boundingBox()];
  const headBottom = await table(page).locator("thead th").first().evaluate((one) => one.getBoundingClientRect().bottom);
  assert.ok(own.y >= headBottom - 1, JSON.stringify([own, head, headBottom]));
  await close();
});

test("the order of the rows stands over the head in words, and the column of names is narrow", async () => {
  const { page, assertClean, close } = await shared.open({ path: "industries.html#lq?view=table", widgets: ["lq"] });
  const order = widget(page, "lq").locator(".order");
  assert.equal(await order.innerText(), "印刷の順");
  const [first, head] = [await order.boundingBox(), await table(page).boundingBox()];
  assert.ok(first.y < head.y, "over the head");
  const names = await table(page).locator("tbody th").first().evaluate((one) => one.offsetWidth / parseFloat(getComputedStyle(one).fontSize));
  assert.ok(names <= 17.5, `${names} em with its padding`);
  for (const [attributes, words] of [[{ sort: "aomori:desc" }, "大きい順：青森市"], [{ sort: "akita:asc" }, "小さい順：秋田市"], [{ sort: null, view: "dots" }, "大きい順：青森市"], [{ view: "table", sort: "sector" }, "産業区分ごと"]]) {
    await setAttributes(page, "lq", attributes);
    // The complete module brings dots and groups.
    await order.filter({ hasText: new RegExp(`^${words}$`, "u") }).waitFor();
  }
  await setAttributes(page, "lq", { view: "quadrant" });
  assert.ok(await order.isHidden());
  assertClean();
  await close();
});
