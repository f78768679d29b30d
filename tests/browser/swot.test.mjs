// <shigoto-swot>: what is printed, what lights up, and the ways to choose. The links are those of data/links.json.

import assert from "node:assert/strict";
import { test } from "node:test";
import { links, reachable, strategies, swot, swotTexts } from "./lib/data.mjs";
import { answered, attribute, focused, sentence, setAttributes, site, state, visibleText, widget } from "./lib/widgets.mjs";

const shared = site();
const TEXTS = swotTexts();
const CODES = [...TEXTS.keys()];

const node = (page, code) => widget(page, "swot").locator(`[data-code="${code}"]`);

/** Colours of every node's text, by code: what recedes changes its colour. */
const colors = (page) =>
  widget(page, "swot").evaluate((element) =>
    Object.fromEntries(
      [...element.shadowRoot.querySelectorAll("[data-code]")].map((one) => [
        one.dataset.code,
        `${getComputedStyle(one.querySelector("span")).color} ${getComputedStyle(one).opacity}`,
      ]),
    ),
  );

/** Codes whose text has not receded from what it is at rest. */
const lit = async (page, atRest) => Object.entries(await colors(page)).flatMap(([code, now]) => (now === atRest[code] ? [code] : []));

const pressed = (page) => widget(page, "swot").locator('[data-code][aria-pressed="true"]').evaluateAll((all) => all.map((one) => one.dataset.code));

/** The reasons that are seen, as `"from → to"`. */
const reasons = (page) =>
  widget(page, "swot").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll("li[data-from]")]
      .filter((one) => one.checkVisibility())
      .map(({ dataset }) => `${dataset.from} → ${dataset.to}`),
  );

const sorted = (all) => [...all].sort();

test("every factor, strategy and key issue says what is printed, under its heading", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"] });
  assert.equal(await widget(page, "swot").locator("[data-code]").count(), CODES.length);
  const text = await visibleText(page, "swot");
  for (const [code, all] of TEXTS) {
    // What the strategy says of a factor besides stands in the list below.
    const below = widget(page, "swot").locator(`.links [data-of="${code}"]`);
    const own = ((await node(page, code).innerText()) + (await below.allTextContents()).join("")).replace(/\s+/g, "");
    for (const part of all) assert.ok(own.includes(part.replace(/\s+/g, "")), `${code}: ${part} in ${own}`);
  }
  for (const { code, heading, strategies: own } of swot.quadrants) {
    const quadrant = widget(page, "swot").locator(`[data-quadrant="${code}"]`);
    assert.ok((await quadrant.innerText()).includes(heading));
    assert.equal(await quadrant.locator("[data-code]").count(), own.length);
    for (const one of own) assert.equal(await quadrant.locator(`[data-code="${one.code}"]`).count(), 1, one.code);
  }
  assert.ok(text.includes(links.note), "the links are marked as ours");
  assert.deepEqual(await reasons(page), []);
  assertClean();
  await close();
});

test("pressing each of them lights what it reaches, and only that, with the reasons", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"] });
  const atRest = await colors(page);
  const sentences = new Set([await sentence(page, "swot")]);
  for (const code of CODES) {
    // By keyboard, so that no pointer rests on anything.
    await node(page, code).press("Enter");
    await answered(page);
    const expected = reachable(code);
    assert.deepEqual(sorted(await lit(page, atRest)), sorted(expected.codes), `${code} lights`);
    assert.deepEqual(await pressed(page), [code]);
    assert.deepEqual(sorted(await reasons(page)), sorted(expected.links), `reasons of ${code}`);
    assert.equal(await attribute(page, "swot", "select"), code);
    assert.equal((await state(page, "swot")).select, code);
    const text = await sentence(page, "swot");
    const name = swot.issues.find((issue) => issue.code === code)?.name ?? code;
    assert.ok(text.includes(name), `“${text}” does not name ${name}`);
    sentences.add(text);
  }
  assert.equal(sentences.size, CODES.length + 1, "each has its own sentence");
  for (const { from, to, reason } of [...links.factor_strategy, ...links.strategy_issue, ...links.issue_measure]) {
    const entry = widget(page, "swot").locator(`li[data-from="${from}"][data-to="${to}"]`);
    assert.ok((await entry.textContent()).includes(reason), `${from} → ${to}`);
  }
  assertClean();
  await close();
});

test("a second press, and the button that appears, let go of everything", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"] });
  const [atRest, overview] = [await colors(page), await sentence(page, "swot")];
  const clear = widget(page, "swot").getByRole("button", { name: "選択を解除" });
  assert.equal(await clear.count(), 0);
  const assertFree = async () => {
    await page.mouse.move(0, 0);
    await answered(page);
    assert.deepEqual(await colors(page), atRest);
    assert.deepEqual(await pressed(page), []);
    assert.deepEqual(await reasons(page), []);
    assert.equal(await sentence(page, "swot"), overview);
    assert.equal((await attribute(page, "swot", "select")) ?? "", "");
    assert.equal(await clear.count(), 0);
  };
  await node(page, "S-2").click();
  await clear.click();
  await assertFree();
  await node(page, "W-1").click();
  await node(page, "W-1").click();
  await widget(page, "swot").evaluate((element) => element.shadowRoot.activeElement?.blur());
  await assertFree();
  assertClean();
  await close();
});

test("by keyboard: Tab goes from list to list, Enter and Space toggle", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"] });
  const atRest = await colors(page);
  const firsts = await widget(page, "swot").evaluate((element) => [...element.shadowRoot.querySelectorAll(".matrix ul")].map((list) => list.querySelector("[data-code]").dataset.code));
  await node(page, firsts[0]).focus();
  const order = [firsts[0]];
  for (let step = 1; step < firsts.length; step += 1) {
    await page.keyboard.press("Tab");
    order.push(await focused(page));
  }
  assert.deepEqual(order, firsts, "Tab reaches the first node of every list");
  await node(page, "O-3").focus();
  for (const key of ["Enter", "Space"]) {
    await page.keyboard.press(key);
    assert.deepEqual(await pressed(page), ["O-3"]);
    await page.keyboard.press(key);
    assert.deepEqual(await pressed(page), []);
    assert.equal(await focused(page), "O-3", "the focus stays");
  }
  // What has the focus previews its links; once it is gone, so are they.
  await answered(page);
  assert.deepEqual(sorted(await lit(page, atRest)), sorted(reachable("O-3").codes));
  await widget(page, "swot").evaluate((element) => element.shadowRoot.activeElement.blur());
  await answered(page);
  assert.deepEqual(await colors(page), atRest);
  assertClean();
  await close();
});

test("resting on a node previews it without choosing it", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"] });
  const atRest = await colors(page);
  const overview = await sentence(page, "swot");
  for (const code of ["T-3", strategies[0].code, "GX"]) {
    await node(page, code).hover();
    await answered(page);
    assert.deepEqual(sorted(await lit(page, atRest)), sorted(reachable(code).codes), code);
    assert.deepEqual(await pressed(page), []);
    assert.equal(await sentence(page, "swot"), overview);
  }
  await page.mouse.move(0, 0);
  await answered(page);
  assert.deepEqual(await colors(page), atRest);
  // A preview over a selection gives way to it again.
  await setAttributes(page, "swot", { select: "DX" });
  await node(page, "GX").hover();
  await answered(page);
  assert.deepEqual(sorted(await lit(page, atRest)), sorted(reachable("GX").codes));
  await page.mouse.move(0, 0);
  await answered(page);
  assert.deepEqual(sorted(await lit(page, atRest)), sorted(reachable("DX").codes));
  assertClean();
  await close();
});

test("`select` works both ways, and nonsense gives one warning each", async () => {
  const { page, warnings, assertClean, close } = await shared.open({ widgets: ["swot"] });
  for (const code of ["S-1", "WT-1", "tourism"]) {
    await setAttributes(page, "swot", { select: code });
    assert.deepEqual(await pressed(page), [code]);
  }
  await widget(page, "swot").evaluate((element) => (element.state = { select: "W-2" }));
  await answered(page);
  assert.deepEqual(await pressed(page), ["W-2"]);
  await setAttributes(page, "swot", { select: null });
  assert.deepEqual(await pressed(page), []);
  assert.equal(warnings.length, 0, `${warnings}`);
  for (const [index, nonsense] of ["S-9", "dx", "SO-0", "<b>"].entries()) {
    await setAttributes(page, "swot", { select: "S-1" });
    await setAttributes(page, "swot", { select: nonsense });
    assert.deepEqual(await pressed(page), [], nonsense);
    assert.equal((await state(page, "swot")).select, "", nonsense);
    assert.equal(warnings.length, index + 1, `${warnings}`);
  }
  assertClean();
  await close();
});

test("each key issue stands over the matrix with a mark for each direction that leads to it, and each direction names it in its colour", async () => {
  const { page, close } = await shared.open({ widgets: ["swot"], viewport: { width: 360, height: 740 } });
  for (const { code, name } of swot.issues) {
    const led = links.strategy_issue.filter(({ to }) => to === code).map(({ from }) => from);
    assert.equal(await node(page, code).locator(".count i").count(), led.length, code);
    const hue = await node(page, code).locator("b").evaluate((one) => getComputedStyle(one).color);
    for (const from of led) {
      const chip = node(page, from).locator(".cross b", { hasText: name });
      assert.equal(await chip.evaluate((one) => getComputedStyle(one).color), hue, `${from} → ${code}`);
    }
  }
  await close();
});

for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 800 }]) {
  test(`what belongs to a choice is seen where one chose, ${viewport.width} px wide; what has the focus is not under it`, async () => {
    const { page, close } = await shared.open({ path: "strengths.html", widgets: ["swot"], viewport });
    await node(page, "W-2").click();
    await answered(page);
    const panel = widget(page, "swot").locator(".links");
    const { y } = await panel.boundingBox();
    assert.ok(y < viewport.height - 100 && y > viewport.height / 2, `${y}`);
    assert.ok((await panel.innerText()).includes(swot.factors.find(({ code }) => code === "W-2").detail));
    for (const code of ["T-4", "ST-2", "WT-1", "S-1"]) {
      await node(page, code).focus();
      const [own, open] = [await node(page, code).boundingBox(), await panel.boundingBox()];
      assert.ok(own.y + 24 < open.y && own.y + own.height > 48, `${code} is out of sight: ${JSON.stringify([own, open])}`);
    }
    await close();
  });
}
