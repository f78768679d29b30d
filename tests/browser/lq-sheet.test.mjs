// The detail of an industry: beside the rows where there is room, else at the foot of the window; its row is marked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const panel = (page) => widget(page, "lq").locator(".stage > .panel");
const marked = (page) => widget(page, "lq").locator("tr.asked:visible");

test("on a phone it opens at the foot of the window, in sight, and Escape gives the focus back to the row", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], viewport: { width: 360, height: 740 } });
  const button = widget(page, "lq").locator(".pairs button").nth(3);
  await button.click();
  await panel(page).locator("h3").waitFor();
  const { y, height } = await panel(page).boundingBox();
  assert.ok(y >= 0 && y + height <= 741, `from ${y} to ${y + height}`);
  assert.equal(await marked(page).count(), 1);
  assert.ok((await marked(page).innerText()).includes(await button.innerText()));
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "hidden" });
  assert.ok(await button.evaluate((one) => one.getRootNode().activeElement === one), "the focus is on its row");
  assert.equal(await marked(page).count(), 0);
  assertClean();
  await close();
});

test("where there is room it stands beside the rows, which any cell of a row opens", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const row = widget(page, "lq").locator(".sheet:not([hidden]) tbody tr").nth(6);
  await row.locator("td").last().click();
  await panel(page).locator("h3").waitFor();
  const [rows, beside] = [await row.boundingBox(), await panel(page).boundingBox()];
  assert.ok(beside.x >= rows.x + rows.width, `${beside.x}, ${rows.x + rows.width}`);
  assert.ok(beside.y >= 0 && beside.y < 800, `${beside.y}`);
  assert.ok((await marked(page).innerText()).startsWith((await row.locator("th").innerText()).trim()));
  await setAttributes(page, "lq", { industry: null });
  await panel(page).waitFor({ state: "hidden" });
  assertClean();
  await close();
});

test("a name of the first picture leads to the industry's detail", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const link = page.locator(".hero .pairs a").first();
  const name = (await link.innerText()).replace("*", "");
  await link.click();
  await panel(page).locator("h3").waitFor();
  assert.ok((await panel(page).locator("h3").innerText()).includes(name), name);
  assertClean();
  await close();
});

test("on a phone what has the focus is not under the sheet", async () => {
  const { page, close } = await shared.open({ path: "industries.html#lq?view=table", widgets: ["lq"], viewport: { width: 360, height: 740 } });
  await setAttributes(page, "lq", { industry: "情報通信業" });
  await panel(page).waitFor();
  for (const row of ["17", "0", "9"]) {
    const button = widget(page, "lq").locator(`.sheet:not([hidden]) tr[data-row="${row}"] [data-detail]`);
    await button.focus();
    const [own, sheet] = [await button.boundingBox(), await panel(page).boundingBox()];
    assert.ok(own.y >= 48 && (own.y + own.height <= sheet.y || own.y >= sheet.y + sheet.height), `row ${row}: ${JSON.stringify([own, sheet])}`);
  }
  await close();
});
