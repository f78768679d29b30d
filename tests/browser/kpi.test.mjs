// <shigoto-kpi>: baselines, targets and units as printed, nothing made up, and the controls. Pictures: kpi-paint.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { actuals, amount, kpi, strategy } from "./lib/data.mjs";
import { answered, attribute, focused, radio, sentence, setAttributes, site, state, visibleText, widget } from "./lib/widgets.mjs";

const shared = site();
const SPAN = [strategy.first_fiscal_year, strategy.last_fiscal_year];
const home = ({ places }) => places.find(({ repeated }) => !repeated).measure;
const inPillar = (pillar) => kpi.kpis.filter((one) => home(one).startsWith(`${pillar}-`)).map(({ id }) => id);

/** Every card that is seen: KPI, heading, status, text, and its list of terms, in order. */
const cards = (page) =>
  widget(page, "kpi").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll("[data-kpi]")]
      .filter((card) => card.checkVisibility())
      .map((card) => ({
        id: card.dataset.kpi,
        pillar: card.closest("[data-pillar]").dataset.pillar,
        name: card.querySelector("h4").innerText,
        status: card.querySelector("[data-status]").dataset.status,
        statusText: card.querySelector("[data-status]").innerText,
        terms: [...card.querySelectorAll("dt")].map((term) => [term.innerText, term.nextElementSibling.innerText]),
        hidden: card.textContent,
      })),
  );

/**
 * Sets the date a page's scripts see. Playwright's own clock would do, were it not for `performance.mark`, which it
 * turns off.
 */
const at = (date) => (page) =>
  page.addInitScript((now) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length > 0 ? given : [now]));
      }
      static now = () => now;
    };
  }, new Date(date.includes("T") ? date : `${date}T12:00:00+09:00`).getTime());

/** What a card says about one year's pace. */
async function paces(page) {
  const all = await cards(page);
  return Object.fromEntries(all.map(({ id, terms }) => [id, terms.find(([term]) => term.includes("ペース"))]));
}

test("all 16 KPIs stand with their pillar, baseline, period, target and unit as printed", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"] });
  const found = await cards(page);
  assert.equal(found.length, 16);
  assert.deepEqual(new Set(found.map(({ id }) => id)), new Set(kpi.kpis.map(({ id }) => id)));
  for (const one of kpi.kpis) {
    const card = found.find(({ id }) => id === one.id);
    assert.equal(card.name, one.name);
    assert.equal(card.pillar, home(one).split("-")[0], one.id);
    const terms = Object.fromEntries(card.terms.map(([term, text]) => [term.replace(/\s/g, ""), text]));
    assert.equal(terms[`基準値（${one.baseline.period}）`].trim(), amount(one, one.baseline.value), one.id);
    assert.equal(terms["目標値"].trim(), amount(one, one.target.value), one.id);
    for (const text of [one.definition, ...(one.notes ?? []), one.printed ?? ""]) assert.ok(card.hidden.includes(text), text);
  }
  assertClean();
  await close();
});

test("a card says its aim: from where to where, how far, and what kind of number it is", async () => {
  const said = {
    "": {
      "smart-farming-machines": "10 → 30件 3.0倍 累計かは書かれていない",
      "foreign-hotel-guest-nights": "102,569 → 263,000人泊 2.6倍 毎年の水準",
      "it-tool-adopters": "91 → 631件 +540件 累計",
      "offshore-wind-operators": "0 → 3件 +3件 累計",
      "livable-work-share": "8.4 → 8.8% +0.4ポイント 割合",
      startups: "80件 保つ",
    },
    "index.en.html": {
      "manufactured-shipments": "¥117.5 → ¥166.9 billion ×1.42 yearly level",
      "it-tool-adopters": "91 → 631 +540 running total",
      "livable-work-share": "8.4 → 8.8% +0.4 points share",
      startups: "80 to be held",
    },
    "index.ja-easy.html": { "livable-work-share": "8.4 → 8.8% +0.4ポイント 割合（わりあい）" },
  };
  for (const [path, aims] of Object.entries(said)) {
    const { page, assertClean, close } = await shared.open({ widgets: ["kpi"], path });
    for (const [id, aim] of Object.entries(aims)) {
      assert.equal(await widget(page, "kpi").locator(`[data-kpi=${id}] .aim`).textContent(), aim);
    }
    assertClean();
    await close();
  }
});

test("dials of one row stand at one height, whatever their names", async () => {
  const { page, close } = await shared.open({ widgets: ["kpi"] });
  const rows = await widget(page, "kpi").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll(".cards")].map((cards) => {
      const places = [...cards.querySelectorAll(".card")].map((card) => [card, card.querySelector("canvas"), card.querySelector(".aim")].map((one) => one.getBoundingClientRect().top));
      return Object.values(Object.groupBy(places, ([top]) => Math.round(top)));
    }).flat(),
  );
  assert.ok(rows.some((row) => row.length > 2));
  for (const row of rows) for (const [, dial, aim] of row) assert.deepEqual([dial, aim], row[0].slice(1));
  await close();
});

test("without readings nothing is said about progress, in any year", { skip: actuals.length > 0 }, async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"] });
  for (const year of SPAN) {
    await setAttributes(page, "kpi", { year: String(year) });
    const text = await visibleText(page, "kpi");
    assert.doesNotMatch(text, /(?<![\d.,])0(\.0+)?\s*[%％]/, "a progress of 0 %");
    assert.doesNotMatch(text, /目標を達成|ペースどおり|遅れ|水準を下回る|NaN|undefined|null|\{/);
    for (const { id, status, statusText } of await cards(page)) {
      assert.equal(status, "none", id);
      assert.match(statusText, /実績未公表/, id);
    }
    assert.match(await sentence(page, "kpi"), /16.*11.*5.*実績未公表/);
  }
  assertClean();
  await close();
});

test("the radio buttons of the pillars filter, and so does the attribute", async () => {
  const { page, warnings, assertClean, close } = await shared.open({ widgets: ["kpi"] });
  const shown = async () => (await cards(page)).map(({ id }) => id);
  const all = await shown();
  for (const way of ["radio", "attribute"]) {
    for (const pillar of ["1", "2", "3", "4", "5"]) {
      if (way === "radio") await radio(page, "kpi", "pillar", pillar).check();
      else await setAttributes(page, "kpi", { pillar });
      await answered(page);
      assert.deepEqual((await shown()).sort(), inPillar(pillar).sort(), `pillar ${pillar} by ${way}`);
      assert.equal(await attribute(page, "kpi", "pillar"), pillar);
      assert.ok(await radio(page, "kpi", "pillar", pillar).isChecked());
      assert.equal((await state(page, "kpi")).pillar, pillar);
      assert.match(await sentence(page, "kpi"), new RegExp(`^${inPillar(pillar).length}`));
    }
    await radio(page, "kpi", "pillar", "all").check();
    await answered(page);
    assert.deepEqual(await shown(), all);
  }
  await setAttributes(page, "kpi", { pillar: "6" });
  assert.deepEqual(await shown(), all);
  assert.equal(warnings.length, 1, `${warnings}`);
  assertClean();
  await close();
});

test("the pace is the straight line to the plan's end, checked by hand", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"] });
  const byHand = {
    2024: { "it-tool-adopters": "145件", "business-school-students": "465人" },
    2026: { "smart-farming-machines": "16件", "aomolink-sales": "41,856千円" },
    // The shipments' baseline is of 2020: 8 of 13 years of 494 億円 are 304 億円.
    2028: { "it-tool-adopters": "361件", "manufactured-shipments": "1,479億円", "livable-work-share": "8.6%" },
    2033: { "hotel-guest-nights": "1,490,000人泊", "foreign-hotel-guest-nights": "263,000人泊" },
  };
  for (const [year, expected] of Object.entries(byHand)) {
    await setAttributes(page, "kpi", { year });
    const found = await paces(page);
    for (const [id, value] of Object.entries(expected)) assert.deepEqual(found[id], [`${year}年度のペース`, value], id);
    assert.equal(found["offshore-wind-operators"], undefined, "three operators in ten years have no pace");
    // What is to be maintained has no way to go: its line says the floor, in every year.
    for (const one of kpi.kpis.filter(({ kind }) => kind === "maintain")) {
      assert.ok(found[one.id][1].includes(amount(one, one.target.value)), `${one.id}: ${found[one.id]}`);
    }
  }
  assertClean();
  await close();
});

test("the slider moves by keyboard and says where it is", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"] });
  await setAttributes(page, "kpi", { year: "2027" });
  const slider = widget(page, "kpi").getByRole("slider");
  await slider.focus();
  for (const [key, year] of [["ArrowRight", 2028], ["ArrowRight", 2029], ["ArrowLeft", 2028], ["End", 2033], ["Home", 2024]]) {
    await page.keyboard.press(key);
    await answered(page);
    assert.equal(await slider.inputValue(), String(year));
    const output = widget(page, "kpi").getByRole("status").filter({ hasText: "年度" });
    assert.match(await output.innerText(), new RegExp(`${year}年度.*令和${year - 2018}年度`));
    assert.match(await slider.getAttribute("aria-valuetext"), new RegExp(`${year}年度`));
    assert.equal(await attribute(page, "kpi", "year"), String(year));
    assert.equal((await paces(page))["it-tool-adopters"][0], `${year}年度のペース`);
    assert.equal(await focused(page), "year", "the focus stays on the slider");
  }
  assertClean();
  await close();
});

test("years outside the plan are clamped, nonsense gives the default and one warning", async () => {
  const init = at("2027-06-01");
  const { page, warnings, assertClean, close } = await shared.open({ widgets: ["kpi"], init, timezoneId: "Asia/Tokyo" });
  const year = async () => {
    const [said] = (await paces(page))["it-tool-adopters"];
    assert.equal(said, `${(await state(page, "kpi")).year}年度のペース`);
    return (await state(page, "kpi")).year;
  };
  assert.equal(await year(), "2027");
  await setAttributes(page, "kpi", { year: "1990" });
  assert.equal(await year(), "2024");
  await setAttributes(page, "kpi", { year: "2040" });
  assert.equal(await year(), "2033");
  // The attribute says so too, even where the state did not change.
  await setAttributes(page, "kpi", { year: "2050" });
  assert.equal(await attribute(page, "kpi", "year"), "2033");
  assert.equal(warnings.length, 0, `${warnings}`);
  for (const [index, nonsense] of ["soon", "20x8", "２０２８", "2028.5"].entries()) {
    await setAttributes(page, "kpi", { year: "2030" });
    await setAttributes(page, "kpi", { year: nonsense });
    assert.equal(await year(), "2027", nonsense);
    assert.equal(warnings.length, index + 1, `${warnings}`);
  }
  await setAttributes(page, "kpi", { year: null });
  assert.equal(await year(), "2027");
  assertClean();
  await close();
});

test("by default the year is the current fiscal year, within the plan", async () => {
  const days = { "2019-05-01": 2024, "2026-03-31": 2025, "2026-04-01": 2026, "2034-03-31": 2033, "2040-01-01": 2033 };
  for (const [day, year] of Object.entries(days)) {
    const { page, assertClean, close } = await shared.open({ widgets: ["kpi"], init: at(day), timezoneId: "Asia/Tokyo" });
    assert.equal((await state(page, "kpi")).year, String(year), day);
    assert.equal(await widget(page, "kpi").getByRole("slider").inputValue(), String(year), day);
    assert.equal((await paces(page))["it-tool-adopters"][0], `${year}年度のペース`, day);
    assertClean();
    await close();
  }
});

test("without scripts, and until they run, the year is the one the widget begins with", async () => {
  const { page, close } = await shared.open({ widgets: ["kpi"] });
  const html = await page.evaluate(async () => (await fetch("index.html")).text());
  const [, written] = /type="range"[^>]* value="(\d+)"/.exec(html);
  assert.equal(written, (await state(page, "kpi")).year);
  await close();
});

test("the year turns with Japan's calendar, whatever the reader's zone", async () => {
  for (const [timezoneId, moment, year] of [["Pacific/Honolulu", "2027-04-01T00:00:00+09:00", 2027], ["Pacific/Kiritimati", "2027-03-31T23:59:59+09:00", 2026]]) {
    const { page, close } = await shared.open({ widgets: ["kpi"], init: at(moment), timezoneId });
    assert.equal((await state(page, "kpi")).year, String(year), timezoneId);
    await close();
  }
});

/** Headings of the groups that are seen, and the KPIs in each. */
const grouped = (page) =>
  widget(page, "kpi").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll(".indicators .group")]
      .filter((group) => group.checkVisibility())
      .map((group) => ({
        title: group.querySelector("h3").innerText.replace(/\s+/g, " "),
        ids: [...group.querySelectorAll(".card")].filter((card) => card.checkVisibility()).map((card) => card.dataset.kpi),
      })),
  );

test("by kind, or by pillar: each KPI stands once, under a heading that counts, and a filter keeps to the groups", async () => {
  const { page, warnings, assertClean, close } = await shared.open({ widgets: ["kpi"] });
  const all = kpi.kpis.map(({ id }) => id).sort();
  const byKind = await grouped(page);
  assert.deepEqual(byKind.map(({ title }) => title), ["毎年の水準を上げる 7", "累計かは書かれていない 1", "積み上げる 2", "割合 1", "保つ 5"]);
  assert.deepEqual(byKind.flatMap(({ ids }) => ids).sort(), all);
  await radio(page, "kpi", "group", "pillar").check();
  await widget(page, "kpi").locator("[data-group=pillar]").waitFor();
  assert.equal(await attribute(page, "kpi", "group"), "pillar");
  assert.equal((await state(page, "kpi")).group, "pillar");
  const byPillar = await grouped(page);
  for (const [index, { title, ids }] of byPillar.entries()) {
    const own = inPillar(String(index + 1));
    assert.ok(title.startsWith(`戦略の柱 ${index + 1} `) && title.endsWith(` ${own.length}`), title);
    assert.deepEqual(ids, own);
  }
  assert.equal(byPillar.length, 5);
  await setAttributes(page, "kpi", { pillar: "3" });
  assert.deepEqual((await grouped(page)).map(({ ids }) => ids), [inPillar("3")]);
  await setAttributes(page, "kpi", { group: "kind" });
  const filtered = await grouped(page);
  assert.deepEqual(filtered.flatMap(({ ids }) => ids).sort(), inPillar("3").sort());
  for (const { title, ids } of filtered) assert.ok(title.endsWith(` ${ids.length}`), title);
  await setAttributes(page, "kpi", { group: "colour", pillar: null });
  assert.deepEqual(await grouped(page), byKind);
  assert.equal(warnings.length, 1, `${warnings}`);
  assertClean();
  await close();
});

test("the report card has a row for each KPI and a cell for each year, empty until something is published", { skip: actuals.length > 0 }, async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"], path: "index.html#kpi?view=report" });
  const table = widget(page, "kpi").locator(".report table");
  await table.waitFor();
  assert.equal((await state(page, "kpi")).view, "report");
  const rows = await table.locator("tr[data-kpi]").evaluateAll((all) => all.map((row) => [row.dataset.kpi, [...row.cells].map((cell) => cell.textContent)]));
  assert.equal(rows.length, 16);
  for (const [id, [name, baseline, ...cells]] of rows) {
    const one = kpi.kpis.find((other) => other.id === id);
    assert.equal(name, one.name);
    assert.ok(baseline.includes(one.baseline.period), baseline);
    assert.equal(cells.pop(), amount(one, one.target.value));
    assert.deepEqual(cells, Array(SPAN[1] - SPAN[0] + 1).fill("実績未公表"), "heard, not seen");
  }
  const region = widget(page, "kpi").getByRole("region", { name: "成績表" });
  assert.equal(await region.getAttribute("tabindex"), "0");
  assert.equal(await widget(page, "kpi").locator(".indicators").isVisible(), false);
  await setAttributes(page, "kpi", { pillar: "1" });
  assert.equal(await table.locator("tr[data-kpi]").count(), inPillar("1").length);
  assertClean();
  await close();
});
