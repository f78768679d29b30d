// <shigoto-lq>: what its canvases show, read pixel by pixel. Hue tells less from more, place tells how much.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq, printed } from "./lib/data.mjs";
import { colorsAt, fingerprints, ink, token } from "./lib/pixels.mjs";
import { setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const SCHEMES = ["light", "dark"];

const canvas = (page) => widget(page, "lq").locator("canvas:visible");

/** Boxes of the visible cells, row by row, in CSS px from the canvas's corner. */
const cellBoxes = (page) =>
  widget(page, "lq").evaluate((element) => {
    const section = [...element.shadowRoot.querySelectorAll("section[data-base]")].find((one) => one.checkVisibility());
    const origin = section.querySelector("canvas").getBoundingClientRect();
    return [...section.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => {
        const { left, top, width, height } = cell.getBoundingClientRect();
        return { left: left - origin.left, top: top - origin.top, width, height };
      }),
    );
  });

/** Step of the heat, counted the simple way: 0 for half or less, 3 from 0.9 to 1.1, 6 for twice or more. */
function stepOf(value) {
  if (value < 0.9) return value <= 0.5 ? 0 : value <= 0.67 ? 1 : 2;
  return value <= 1.1 ? 3 : value < 1.5 ? 4 : value < 2 ? 5 : 6;
}

/** A line may blend with what lies under it at its edge. */
const isNear = (color, wanted) => color[3] > 150 && wanted.every((channel, index) => Math.abs(channel - color[index]) < 48);

for (const colorScheme of SCHEMES) {
  test(`heat, ${colorScheme}: every cell has the colour that the key says for its quotient, zero too; under doubted headings none`, async () => {
    const { page, assertClean, close } = await shared.open({ widgets: ["lq"], colorScheme });
    const steps = [];
    for (const step of Array(7).keys()) steps.push(await token(widget(page, "lq"), `--h${step}`));
    const key = await widget(page, "lq").locator(".legend li").evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    assert.deepEqual(key, steps.map((step) => `rgb(${step.join(", ")})`));
    const surface = await token(widget(page, "lq"), "--surface");
    const readings = lq.tables.flatMap((table) => (table.labels === "sound" ? ["printed"] : ["printed", "reread"]).map((reading) => [table, reading]));
    assert.equal(readings.length, lq.tables.length + 1);
    for (const [table, reading] of readings) {
      await setAttributes(page, "lq", { base: table.base, reading });
      const isDoubted = table.labels !== "sound" && reading === "printed";
      assert.equal(await widget(page, "lq").locator(".legend").isVisible(), !isDoubted);
      const boxes = (await cellBoxes(page)).flat();
      const values = table.rows.flatMap((row) => row.values);
      const middles = boxes.map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 3 }));
      const colors = await colorsAt(canvas(page), middles);
      for (const [index, value] of values.entries()) {
        const what = `${table.base} ${value}: ${colors[index]}`;
        assert.equal(colors[index][3], 255, what);
        assert.deepEqual(colors[index].slice(0, 3), isDoubted ? surface : steps[stepOf(value)], what);
      }
    }
    assertClean();
    await close();
  });
}

test("in forced colours arrows say what the heat says, in the cells and in the key", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], forcedColors: "active" });
  const arrows = (selector) =>
    widget(page, "lq").locator(selector).evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").content.match(/[↑↓]/gu)?.join("") ?? ""));
  const STEPS = ["↓↓↓", "↓↓", "↓", "", "↑", "↑↑", "↑↑↑"];
  assert.deepEqual(await arrows(".legend li"), STEPS);
  assert.ok(await widget(page, "lq").locator(".legend").isVisible());
  const [table] = lq.tables;
  assert.deepEqual(
    await arrows(`section[data-base="${table.base}"] td`),
    table.rows.flatMap(({ values }) => values.map((value) => STEPS[stepOf(value)])),
  );
  assertClean();
  await close();
});

test("doubted headings are marked and their cells without colour, on paper and without scripts too", async () => {
  for (const options of [{}, { javaScriptEnabled: false }, { forcedColors: "active" }]) {
    const { page, assertClean, close } = await shared.open({ widgets: options.javaScriptEnabled === false ? [] : ["lq"], ...options });
    if (options.javaScriptEnabled !== false) await setAttributes(page, "lq", { base: "establishments" });
    await page.emulateMedia({ media: "print", forcedColors: options.forcedColors ?? "none" });
    for (const { base, labels } of lq.tables) {
      const sheet = widget(page, "lq").locator(`section[data-base="${base}"]`);
      const grounds = await sheet.locator("td").evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
      const marks = await sheet.locator("tbody th button").evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").content));
      const arrows = await sheet.locator("td").evaluateAll((all) => all.filter((one) => /[↑↓]/u.test(getComputedStyle(one, "::before").content)));
      const isDoubted = labels !== "sound";
      assert.ok(marks.every((mark) => mark.includes("?") === isDoubted), `${base}: ${marks}`);
      if (isDoubted || options.forcedColors) assert.equal(new Set(grounds).size, 1, `${base}: ${[...new Set(grounds)]}`);
      else assert.equal(new Set(grounds).size, 7, `${base}: ${[...new Set(grounds)]}`);
      assert.equal(arrows.length > 0, !isDoubted && options.forcedColors === "active", base);
    }
    if (options.javaScriptEnabled !== false) assertClean();
    await close();
  }
});

test("the chosen city's column is outlined in the accent, and no other", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const accent = await token(widget(page, "lq"), "--accent");
  for (const [chosen, { id }] of lq.cities.entries()) {
    await setAttributes(page, "lq", { city: id });
    const boxes = await cellBoxes(page);
    // The end step of the heat is a blue near the accent: only an edge that has it from top to bottom is an outline.
    const outlined = [];
    for (const column of lq.cities.keys()) {
      const middles = boxes.map((row) => ({ x: row[column].left, y: row[column].top + row[column].height / 2 }));
      const isOutlined = [];
      for (const inset of [1, 1.25, 1.5]) {
        const colors = await colorsAt(canvas(page), middles.map(({ x, y }) => ({ x: x + inset, y })));
        for (const [row, color] of colors.entries()) isOutlined[row] ||= isNear(color, accent);
      }
      if (isOutlined.every(Boolean)) outlined.push(column);
    }
    assert.deepEqual(outlined, [chosen], id);
  }
  assertClean();
  await close();
});

test("the picture follows sorting, theme and width", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const seen = new Set(await fingerprints(canvas(page)));
  for (const [name, value] of [["sort", "aomori:desc"], ["theme", "dark"], ["theme", "light"]]) {
    await setAttributes(page, "lq", { [name]: value });
    const [picture] = await fingerprints(canvas(page));
    if (value !== "light") assert.ok(!seen.has(picture), `${name}=${value} changes nothing`);
    seen.add(picture);
  }
  assert.equal(seen.size, 3, "back in light, the sorted picture is the same as before");
  // Sorted, the rows' colours run from orange to blue.
  const column = (await cellBoxes(page)).map(([{ left, top, width, height }]) => ({ x: left + width / 2, y: top + height / 3 }));
  const run = (await colorsAt(canvas(page), column)).map(([red, , blue]) => blue - red);
  assert.ok(run[0] < -50 && run.at(-1) > 50, `${run}`);
  await page.setViewportSize({ width: 900, height: 800 });
  const fits = () =>
    [...document.querySelector("shigoto-lq").shadowRoot.querySelectorAll("canvas")].some((one) => {
      const table = one.parentElement.querySelector("table");
      return table && one.checkVisibility() && Math.abs(one.offsetWidth - table.offsetWidth) < 1;
    });
  await page.waitForFunction(fits);
  assertClean();
  await close();
});

for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 800 }]) {
  test(`dots at ${viewport.width} px: the chosen city stands where a log axis puts it`, async () => {
    // Rings are thin: on a coarse screen hardly a pixel has their colour alone.
    const { page, assertClean, close } = await shared.open({ widgets: ["lq"], viewport, deviceScaleFactor: 2 });
    const accent = await token(widget(page, "lq"), "--accent");
    for (const [base, city] of [["output", "aomori"], ["output", "hirosaki"], ["employees", "hachinohe"]]) {
      await setAttributes(page, "lq", { view: "dots", base, city });
      await dots(page).waitFor();
      const { strips, labels, axis, stacks, named } = await dotGeometry(page);
      // The axis is a straight line in log₂, fixed by two of its own labels, from a quarter to four times.
      assert.deepEqual(Object.keys(labels).sort(), ["0.5", "1", "2"]);
      const perOctave = labels["2"] - labels["1"];
      const x = (value) => labels["1"] + Math.log2(value) * perOctave;
      assert.ok(Math.abs(labels["0.5"] - x(0.5)) < 1.5, `label 0.5 at ${labels["0.5"]}, not ${x(0.5)}`);
      assert.ok(Math.abs(x(0.25) - axis.left) < 1.5 && Math.abs(x(4) - axis.right) < 1.5, `${x(0.25)}, ${x(4)}`);
      const column = lq.cities.findIndex(({ id }) => id === city);
      const { rows } = lq.tables.find((table) => table.base === base);
      const places = rows.map(({ values }, index) => ({ x: x(values[column]), y: strips[index], isExact: values[column] >= 0.25 && values[column] <= 4 }));
      const beyond = rows.flatMap(({ values }) => [values.filter((value) => value < 0.25), values.filter((value) => value > 4)]).filter((stack) => stack.length > 0);
      assert.equal(stacks.length, beyond.length);
      const shown = (value) => (value === 0 ? "0" : printed(value));
      for (const values of beyond) {
        const range = [Math.min(...values), Math.max(...values)].map(shown);
        const text = range[0] === range[1] ? range[0] : range.join("–");
        assert.ok(stacks.some((stack) => stack.replace(/^◂ |▸$/gu, "").trim().endsWith(text)), `${text} in ${stacks}`);
      }
      if (viewport.width < 600) assert.ok(stacks.every((stack) => /^◂ [\d.–]+$|^[\d.–]+ ▸$/u.test(stack)), `${stacks}`);
      else assert.ok(named > rows.length, `${named} cities are named`);
      // The middle of each dot and a little to both sides: near is not enough.
      const exact = places.filter(({ isExact }) => isExact).flatMap(({ x, y }) => [-4, 0, 4].map((aside) => ({ x: x + aside, y })));
      for (const [index, color] of (await colorsAt(canvas(page), exact)).entries()) {
        assert.deepEqual(color.slice(0, 3), accent, `${base} ${city}, dot ${Math.floor(index / 3)}, x ${exact[index].x}`);
      }
    }
    const [{ painted, colored }] = await ink(canvas(page), await token(widget(page, "lq"), "--ink-2"));
    assert.ok(painted > 1000 && colored > 500, "the other cities' rings");
    assertClean();
    await close();
  });
}

test("no label of the dots' axis hides another", async () => {
  for (const width of [360, 768, 1280]) {
    const { page, close } = await shared.open({ widgets: ["lq"], viewport: { width, height: 740 } });
    await setAttributes(page, "lq", { view: "dots" });
    await dots(page).waitFor();
    assert.deepEqual((await dotGeometry(page)).overlaps, [], `at ${width} px`);
    await close();
  }
});

/** The first dot row shown: the complete module brings it. */
const dots = (page) => widget(page, "lq").locator(".dots li[data-row]:visible").first();

/** Middles of the rows' strips and of the axis' labels, in CSS px from the canvas's corner. */
function dotGeometry(page) {
  return widget(page, "lq").evaluate((element) => {
    const picture = [...element.shadowRoot.querySelectorAll("canvas")].find((one) => one.checkVisibility());
    const box = picture.parentElement;
    const origin = picture.getBoundingClientRect();
    const middle = (one) => one.getBoundingClientRect();
    // By printed number, in whatever order they stand.
    const rows = [...box.querySelectorAll("li[data-row]")].sort((one, other) => one.dataset.row - other.dataset.row);
    const strips = rows.map((row) => row.querySelector(".strip")).map((one) => (middle(one).top + middle(one).bottom) / 2 - origin.top);
    const spans = [...box.querySelectorAll(".axis span")].filter((one) => one.checkVisibility());
    const labels = spans.map((one) => [one.textContent, (middle(one).left + middle(one).right) / 2 - origin.left]);
    const ordered = spans.map((one) => [one.textContent, middle(one)]).sort(([, a], [, b]) => a.left - b.left);
    const overlaps = ordered.slice(1).flatMap(([text, box], i) => (ordered[i][1].right > box.left + 2 ? [`${ordered[i][0]}|${text}`] : []));
    const { left, right } = middle(box.querySelector("li[data-row] .strip"));
    const beside = [...box.querySelectorAll(".beside span")].map((one) => one.textContent);
    const stacks = beside.filter((text) => /[◂▸]/u.test(text));
    const named = beside.filter((text) => text && !stacks.includes(text)).length;
    return { strips, labels: Object.fromEntries(labels), overlaps, axis: { left: left - origin.left, right: right - origin.left }, stacks, named };
  });
}
