// The quadrants: who is not drawn is named with the reason, and on a phone every dot has its number in a list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq } from "./lib/data.mjs";
import { setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const missing = (page) => widget(page, "lq").locator(".missing");

for (const width of [360, 1280]) {
  test(`at ${width} px every industry of the output table is named, drawn or not`, async () => {
    const { page, assertClean, close } = await shared.open({ widgets: ["lq"], viewport: { width, height: 800 } });
    await setAttributes(page, "lq", { view: "quadrant" });
    await widget(page, "lq").locator(".names button").first().waitFor();
    const names = await widget(page, "lq").locator(".names [data-row]").evaluateAll((all) =>
      all.map((one) => [one.querySelector("b").textContent.trim(), one.querySelector("span").textContent, one.checkVisibility()]));
    const listed = await missing(page).locator("button").evaluateAll((all) => all.map((one) => one.querySelector("b").textContent + one.childNodes[1].textContent));
    const told = await missing(page).innerText();
    for (const { industry } of lq.tables[0].rows) {
      const found = names.find(([, name]) => name === industry);
      if (!found) assert.match(told, new RegExp(`一対一に対応しない.*${industry}`, "u"));
      else if (width < 600 || found[0]) assert.ok(listed.includes(`${found[0]} ${industry}`), `${found} in ${listed}`);
    }
    if (width < 600) assert.deepEqual(listed.length, names.length, "each has its number");
    assert.doesNotMatch(await widget(page, "lq").locator(".quadrants").innerText(), /[●■▲◆]/u);
    assertClean();
    await close();
  });
}
