// Drawn along dots or along the years, a finger or a mouse is told what lies under it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq, printed } from "./lib/data.mjs";
import { answered, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const bubble = (page, kind) => widget(page, kind).locator("[data-bubble]");

/** One finger, through the browser's own input. */
async function finger(page) {
  const session = await page.context().newCDPSession(page);
  const send = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (x, y) => send("touchStart", [{ x, y }]),
    move: (x, y) => send("touchMove", [{ x, y }]),
    up: () => send("touchEnd", []),
  };
}

/** The strip of a row, brought into the middle of the window: its box, and where each tick of the axis stands. */
const stripOf = (page, row) =>
  widget(page, "lq").locator(`.sheet:not([hidden]) li[data-row="${row}"] .strip`).evaluate((strip) => {
    strip.scrollIntoView({ block: "center" });
    const { left, right, top, height } = strip.getBoundingClientRect();
    const ticks = [...strip.closest(".dots").querySelectorAll(".axis span")].map((span) => {
      const box = span.getBoundingClientRect();
      return [span.textContent, box.left + box.width / 2];
    });
    return { left, right, y: top + height / 2, ticks };
  });

const log = Math.log;
/** Where a quotient stands on the line through the ticks 0.5 and 2, or beyond its end at four times. */
const xOf = (ticks, value) => {
  const at = Object.fromEntries(ticks);
  const octave = (at["2"] - at["0.5"]) / 2;
  return value > 4 ? at["1"] + 2 * octave + 8 : at["1"] + (octave * log(value)) / log(2);
};

test("a finger along a row of dots: the nearest city and its value above it, gone when it is lifted", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], ...PHONE });
  await setAttributes(page, "lq", { view: "dots" });
  const rows = lq.tables[0].rows;
  const row = rows.findIndex(({ industry }) => industry === "農業");
  const { y, ticks } = await stripOf(page, row);
  const touch = await finger(page);
  const places = lq.cities.map(({ name }, city) => ({ name, value: rows[row].values[city] })).filter(({ value }) => value > 0.5 && value <= 8);
  const apart = places.filter((one) => places.every((other) => other === one || Math.abs(log(other.value / one.value)) > 0.1));
  assert.ok(apart.length >= 3, "rows to tell apart");
  await touch.down(xOf(ticks, 1), y);
  await touch.move(xOf(ticks, 1) + 10, y + 1);
  await bubble(page, "lq").waitFor();
  for (const { name, value } of apart) {
    await touch.move(xOf(ticks, value), y + 1);
    await page.waitForFunction(
      (words) => document.querySelector("shigoto-lq").shadowRoot.querySelector("[data-bubble]")?.textContent.replace(/\s+/g, " ") === words,
      `${name} ${printed(value)}`,
    );
    const box = await bubble(page, "lq").boundingBox();
    assert.ok(box.y + box.height <= y - 8, "above the finger");
    assert.ok(box.x >= 0 && box.x + box.width <= 360, "on the screen");
    assert.ok(Math.abs(box.x + box.width / 2 - xOf(ticks, value)) < 4 || box.x <= 4 || box.x + box.width >= 355, "over its dot");
  }
  assert.equal(await bubble(page, "lq").getAttribute("aria-hidden"), "true");
  await touch.up();
  await bubble(page, "lq").waitFor({ state: "detached" });
  assert.equal(await widget(page, "lq").locator(".dots details[open]").count(), 0, "no row was pressed");
  assertClean();
  await close();
});

test("a finger up or down scrolls the page, a tap opens the row", async () => {
  const { page, close } = await shared.open({ widgets: ["lq"], ...PHONE });
  await setAttributes(page, "lq", { view: "dots" });
  const { left, right, y } = await stripOf(page, 8);
  const touch = await finger(page);
  const before = await page.evaluate(() => scrollY);
  const x = (left + right) / 2;
  await touch.down(x, y);
  for (let step = 1; step <= 8; step += 1) await touch.move(x, y - 20 * step);
  await touch.up();
  await page.waitForFunction((was) => scrollY > was + 50, before);
  assert.equal(await bubble(page, "lq").count(), 0);
  // A tap on what still glides only stops it.
  await page.evaluate(async () => {
    for (let was = NaN, still = 0; still < 10; was = scrollY) {
      await new Promise(requestAnimationFrame);
      still = was === scrollY ? still + 1 : 0;
    }
  });
  const after = await stripOf(page, 8);
  await page.touchscreen.tap(x, after.y);
  await widget(page, "lq").locator(".dots details[open] dl").waitFor();
  await close();
});

test("a mouse drawn along a row does not press it; where the complete module cannot be had, nothing is said", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], ...PHONE, hasTouch: false, isMobile: false });
  await setAttributes(page, "lq", { view: "dots" });
  const { left, y } = await stripOf(page, 0);
  const draw = async () => {
    await page.mouse.move(left + 30, y);
    await page.mouse.down();
    await page.mouse.move(left + 80, y, { steps: 4 });
  };
  await draw();
  await answered(page);
  await page.mouse.up();
  assert.equal(await bubble(page, "lq").count(), 0);
  assert.ok(await widget(page, "lq").locator(".notice").isHidden());
  await page.unroute(/shigoto-complete/);
  await setAttributes(page, "lq", { city: "akita" });
  for (const open of await widget(page, "lq").locator(".dots details[open] summary").all()) await open.click();
  await draw();
  await bubble(page, "lq").waitFor();
  await page.mouse.up();
  await bubble(page, "lq").waitFor({ state: "detached" });
  await answered(page);
  assert.equal(await widget(page, "lq").locator(".dots details[open]").count(), 0);
  assertClean([/shigoto-complete/, /Failed to load resource/]);
  await close();
});

test("the slider says its year above the thumb while it is drawn", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"], path: "#kpi?year=2026", ...PHONE });
  const slider = widget(page, "kpi").locator("input[name=year]");
  const { x, y, width, height } = await slider.evaluate((input) => {
    input.scrollIntoView({ block: "center" });
    const { left, top, width, height } = input.getBoundingClientRect();
    return { x: left, y: top, width, height };
  });
  const at = (year) => x + 8 + ((year - 2024) / 9) * (width - 16);
  const touch = await finger(page);
  await touch.down(at(2026), y + height / 2);
  for (const year of [2028, 2033, 2029]) {
    await touch.move(at(year), y + height / 2);
    await page.waitForFunction((wanted) => document.querySelector("shigoto-kpi").shadowRoot.querySelector("[data-bubble]")?.textContent.includes(wanted), `${year}`);
    const box = await bubble(page, "kpi").boundingBox();
    assert.ok(box.y + box.height <= y, "above the slider");
    assert.ok(Math.abs(box.x + box.width / 2 - at(year)) < 6 || box.x + box.width >= 355, `over the thumb at ${year}`);
  }
  await touch.up();
  await bubble(page, "kpi").waitFor({ state: "detached" });
  assert.equal((await state(page, "kpi")).year, "2029");
  assertClean();
  await close();
});
