// The kiosk and its visitors: the loop, the touch, the warning, the reset, and that nobody gets out of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, mode, openKiosk, SCENE_MS, SCENES, SCREENS, seen, serialised, title, touch, violations } from "./lib/kiosk.mjs";
import { site } from "./lib/widgets.mjs";

const shared = site();
const JAPANESE = { languages: ["ja"] };

test("the loop shows every scene, each with a headline and a state of its widget, and begins again", async () => {
  const { page, pass, assertClean, close } = await openKiosk(shared, { settings: JAPANESE });
  const round = [];
  for (let scene = 0; scene < SCENES.length; scene += 1) {
    round.push(await seen(page));
    await pass(SCENE_MS);
  }
  assert.equal(new Set(round.map(({ title }) => title)).size, 12);
  assert.deepEqual(new Set(round.map(({ kind }) => kind)), new Set(["lq", "swot", "kpi"]));
  assert.equal(round[0].title, "情報通信業で全国を上回るのは、7市で青森市だけ");
  assert.deepEqual([round[0].state.base, round[0].state.city, round[2].state.kpi, round[1].state.select], ["output", "aomori", "startups", "S-3"]);
  assert.equal(await title(page), round[0].title, "from the beginning");
  assertClean();
  await close();
});

test("every headline is seen whole, large, and above its figure, on every screen", async () => {
  for (const [name, viewport] of Object.entries(SCREENS)) {
    const { page, pass, close } = await openKiosk(shared, { settings: { seconds: 16 }, viewport });
    for (let scene = 0; scene < SCENES.length * 2; scene += 1) {
      const faults = await page.evaluate(() => {
        const faults = [];
        const inside = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1 && one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
        const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
        const stage = document.querySelector(".stage").getBoundingClientRect();
        for (const part of document.querySelectorAll("h1, .sub, .source, .bar button:not([hidden])")) {
          const rect = part.getBoundingClientRect();
          if (rect.width && !inside(rect, screen)) faults.push(`${part.className || part.localName} is cropped`);
          if (rect.width && part.matches("h1, p") && rect.bottom > stage.top + 1) faults.push(`${part.localName} lies over the figure`);
        }
        if (parseFloat(getComputedStyle(document.querySelector("h1")).fontSize) < Math.min(innerWidth, innerHeight) * 0.045) faults.push("the headline is small");
        const shown = [...document.querySelectorAll(".place")].find((place) => !place.hidden).firstElementChild.shadowRoot;
        const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement;
          if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest("caption, legend, style, .axes, .axis, rt")) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          const rect = range.getBoundingClientRect();
          if (rect.width > 1 && rect.height > 1 && !inside(rect, stage)) faults.push(`cropped: ${node.data.trim()}`);
          const size = parseFloat(getComputedStyle(parent).fontSize);
          if (rect.width > 1 && size < Math.min(innerWidth, innerHeight) * 0.0105) faults.push(`${size} px: ${node.data.trim()}`);
        }
        return faults.slice(0, 5);
      });
      assert.deepEqual(faults, [], `${name}, ${(await seen(page)).lang}, ${await title(page)}`);
      await pass(SCENE_MS);
    }
    await close();
  }
});

test("the row a headline speaks of stands out, and nothing covers its dots", async () => {
  const { page, close } = await openKiosk(shared, { settings: JAPANESE });
  const told = await page.evaluate(() => {
    const root = document.querySelector("shigoto-lq").shadowRoot;
    const row = [...root.querySelectorAll(".dots .told")].find((one) => one.checkVisibility());
    return { name: row.querySelector(".name").textContent, ground: getComputedStyle(row).backgroundColor, strip: getComputedStyle(row.querySelector(".strip")).backgroundColor };
  });
  assert.deepEqual(told, { name: "情報通信業", ground: "rgba(0, 0, 0, 0)", strip: "rgba(0, 0, 0, 0)" });
  await close();
});

test("languages take turns, and the invitation stands in two", async () => {
  const { page, pass, close } = await openKiosk(shared, { settings: { languages: ["ja", "en", "ja-easy"] } });
  const languages = [];
  for (let scene = 0; scene < 6; scene += 1) {
    languages.push((await seen(page)).lang);
    assert.match(await page.locator("[data-act=touch]").innerText(), /触|さわ/);
    assert.match(await page.locator("[data-act=touch]").innerText(), /Touch/);
    const own = await page.evaluate(() => document.querySelector(".place:not([hidden])").firstElementChild.shadowRoot.querySelector(".widget").lang);
    assert.equal(own, languages.at(-1), "the widget speaks with the shell");
    await pass(SCENE_MS);
  }
  assert.deepEqual(languages, ["ja", "en", "ja-x-easy", "ja", "en", "ja-x-easy"]);
  await close();
});

test("the loop can be paused and goes on; left alone it goes on by itself", async () => {
  const { page, pass, close } = await openKiosk(shared, { settings: JAPANESE });
  const first = await title(page);
  await page.tap("[data-act=pause]");
  await pass(3 * SCENE_MS);
  assert.deepEqual([await mode(page), await title(page)], ["paused", first]);
  await page.tap("[data-act=pause]");
  await pass(SCENE_MS);
  assert.equal(await mode(page), "loop");
  assert.notEqual(await title(page), first);
  await page.tap("[data-act=pause]");
  await pass(81_000);
  assert.equal(await mode(page), "loop");
  await close();
});

test("a touch opens that very scene; the bar leads to all three widgets", async () => {
  const kiosk = await openKiosk(shared, { settings: { languages: ["en"] } });
  const { page, pass, assertClean, close } = kiosk;
  await pass(3 * SCENE_MS);
  const loop = await seen(page);
  await touch(kiosk);
  const opened = await seen(page);
  assert.deepEqual([opened.mode, opened.kind, opened.state, opened.lang], ["visit", loop.kind, loop.state, "en"]);
  for (const kind of ["swot", "kpi", "lq"]) {
    await page.tap(`[data-open=${kind}]`);
    await pass(200);
    assert.equal((await seen(page)).kind, kind);
    assert.equal(await page.locator(`[data-open=${kind}]`).getAttribute("aria-pressed"), "true");
  }
  await page.locator("shigoto-lq").locator("input[name=base][value=employees]").tap();
  await pass(200);
  assert.equal((await seen(page)).state.base, "employees");
  await pass(2 * SCENE_MS);
  assert.equal((await seen(page)).state.base, "employees", "the loop does not interfere");
  assertClean();
  await close();
});

test("what can be touched is 64 px high and wide", async () => {
  for (const viewport of Object.values(SCREENS)) {
    const kiosk = await openKiosk(shared, { settings: { ...JAPANESE, share: "https://example.jp/" }, viewport });
    await touch(kiosk);
    for (const kind of ["swot", "lq", "kpi"]) {
      await kiosk.page.tap(`[data-open=${kind}]`);
      await kiosk.pass(200);
      const small = await kiosk.page.evaluate(() => {
        const shown = document.querySelector(".place:not([hidden])").firstElementChild.shadowRoot;
        const targets = [...document.querySelectorAll(".bar button"), ...shown.querySelectorAll("button, select, summary, .seg label, [type=range]")];
        const seen = targets.filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1);
        return seen.filter((one) => one.getBoundingClientRect().width < 63.5 || one.getBoundingClientRect().height < 63.5).map((one) => `${one.outerHTML.slice(0, 80)} ${one.getBoundingClientRect().height}`);
      });
      assert.deepEqual(small, [], kind);
    }
    await kiosk.close();
  }
});

test("who is idle is warned, counted down, and may stay", async () => {
  const kiosk = await openKiosk(shared, { settings: JAPANESE });
  const { page, pass, close } = kiosk;
  await touch(kiosk);
  await pass(59_000);
  assert.equal(await page.locator(".idle").evaluate((one) => one.open), false);
  await pass(1500);
  const left = async () => Number((await page.locator(".idle .left").innerText()).match(/\d+/)[0]);
  const first = await left();
  await pass(5000);
  assert.ok(first <= 20 && (await left()) <= first - 5, `${first} → ${await left()}`);
  assert.deepEqual(await violations(page), []);
  await page.tap("[data-act=stay]");
  await pass(30_000);
  assert.deepEqual([await mode(page), await page.locator(".idle").evaluate((one) => one.open)], ["visit", false]);
  await pass(60_000);
  assert.equal(await mode(page), "loop");
  await close();
});

/** Leaves traces wherever a visitor can. */
async function rummage(kiosk) {
  const { page, pass } = kiosk;
  await touch(kiosk);
  await page.tap("[data-lang=en]");
  await page.tap("[data-open=kpi]");
  await pass(200);
  await page.locator("shigoto-kpi").locator("input[name=pillar][value='3']").tap();
  await page.locator("shigoto-kpi").locator(".card summary:visible").first().tap();
  await page.locator("shigoto-kpi").locator("[type=range]").fill("2031");
  await page.tap("[data-open=lq]");
  await pass(200);
  await page.locator("shigoto-lq").locator("input[name=view][value=table]").tap();
  await page.locator("shigoto-lq").locator("[data-sort=akita]:visible").tap();
  await page.locator("shigoto-lq").locator("[data-detail]:visible").first().tap();
  await page.locator("shigoto-lq").locator("select[name=city]").selectOption("akita");
  await page.locator("shigoto-lq").evaluate((one) => one.load("base,industry,city,lq\r\noutput,農業,青森市,0.70\r\n"));
  await page.locator(".stage").evaluate((one) => (one.scrollTop = 300));
  await page.tap("[data-open=swot]");
  await pass(200);
  await page.locator("shigoto-swot").locator("[data-code='S-1']").tap();
  await page.locator("shigoto-swot").locator("[data-code='S-1']").focus();
  await page.tap("[data-act=take]");
  await pass(200);
}

test("after a visitor everything is as if nobody had been there", async () => {
  const settings = { languages: ["ja", "en"], share: "https://example.jp/shigoto/" };
  const [visited, fresh] = [await openKiosk(shared, { settings }), await openKiosk(shared, { settings })];
  // Once around all three widgets: what was never shown yet has fewer attributes, for the same state.
  for (const kiosk of [visited, fresh]) for (let scene = 0; scene < 3; scene += 1) await kiosk.pass(SCENE_MS);
  const untouched = await serialised(visited.page);
  assert.deepEqual(differences(untouched, await serialised(fresh.page)), []);
  await rummage(visited);
  assert.notEqual(await serialised(visited.page), await serialised(fresh.page));
  // The visitor goes, the warning comes, everything is reset to the next scene; the other kiosk just gets there.
  await visited.pass(81_000);
  await visited.pass(300);
  await fresh.pass(SCENE_MS);
  await fresh.pass(300);
  assert.equal(await mode(visited.page), "loop");
  assert.deepEqual(differences(await serialised(visited.page), await serialised(fresh.page)), []);
  const [one, other] = [await visited.page.screenshot(), await fresh.page.screenshot()];
  assert.ok(one.equals(other), "to the pixel");
  // And through every widget and language.
  for (let scene = 0; scene < 12; scene += 1) {
    for (const kiosk of [visited, fresh]) await kiosk.pass(SCENE_MS);
    // The two began at other moments: what is on the screen counts, not when.
    assert.equal(await title(visited.page), await title(fresh.page));
    assert.deepEqual(differences(await serialised(visited.page), await serialised(fresh.page)), [], await title(fresh.page));
  }
  for (const kiosk of [visited, fresh]) {
    kiosk.assertClean();
    await kiosk.close();
  }
});

test("who is done says so, and the loop begins at once", async () => {
  const kiosk = await openKiosk(shared, { settings: JAPANESE });
  await touch(kiosk);
  await kiosk.page.tap("[data-act=leave]");
  await kiosk.pass(300);
  assert.equal(await mode(kiosk.page), "loop");
  await kiosk.close();
});

test("type grows for who asks for it, until the visit ends; zooming is not refused", async () => {
  const kiosk = await openKiosk(shared, { settings: JAPANESE });
  const { page, pass, assertClean, close } = kiosk;
  const button = page.locator("[data-act=larger]");
  assert.equal(await button.isVisible(), false);
  await touch(kiosk);
  await page.tap("[data-open=kpi]");
  await pass(200);
  const size = () => page.locator("shigoto-kpi").evaluate((one) => parseFloat(getComputedStyle(one.shadowRoot.querySelector(".card dd")).fontSize));
  const before = await size();
  await button.tap();
  await pass(200);
  assert.ok((await size()) >= 1.45 * before, `${before} → ${await size()}`);
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  assert.ok(await page.evaluate(() => document.querySelector(".stage").scrollWidth <= document.querySelector(".stage").clientWidth), "not wider than the stage");
  const isRefused = await page.evaluate(() => !document.querySelector(".stage").dispatchEvent(new WheelEvent("wheel", { ctrlKey: true, bubbles: true, cancelable: true })));
  assert.equal(isRefused, false);
  await page.tap("[data-act=leave]");
  await pass(300);
  await touch(kiosk);
  await page.tap("[data-open=kpi]");
  await pass(200);
  assert.equal(await size(), before);
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  assertClean();
  await close();
});

test("no menu, no selection, no pull, no way out", async () => {
  const kiosk = await openKiosk(shared, { settings: JAPANESE });
  const { page, pass, context, assertClean, close } = kiosk;
  const address = page.url();
  const popups = [];
  context.on("page", (popup) => popups.push(popup));
  await touch(kiosk);
  for (const kind of ["swot", "lq", "kpi"]) {
    await page.tap(`[data-open=${kind}]`);
    await pass(200);
    // Every link there is, seen or not.
    await page.locator(`shigoto-${kind}`).evaluate((one) => one.shadowRoot.querySelectorAll("a[href]").forEach((link) => link.click()));
  }
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "https://example.com/", target: "_blank", textContent: "out" });
    document.querySelector(".stage").append(link);
    link.click();
    link.remove();
  });
  await pass(500);
  assert.deepEqual([page.url(), popups.length], [address, 0]);
  const refused = await page.evaluate(() =>
    ["contextmenu", "dragstart", "drop"].map((type) => !document.querySelector("shigoto-kpi").shadowRoot.querySelector("h2").dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: new DataTransfer() }))),
  );
  assert.deepEqual(refused, [true, true, true]);
  const style = await page.evaluate(() => {
    const { touchAction, overscrollBehaviorY, userSelect } = getComputedStyle(document.body);
    const inside = getComputedStyle(document.querySelector("shigoto-lq").shadowRoot.querySelector(".sentence")).userSelect;
    return { touchAction, overscrollBehaviorY, userSelect, inside };
  });
  assert.deepEqual(style, { touchAction: "manipulation", overscrollBehaviorY: "none", userSelect: "none", inside: "none" });
  assertClean();
  await close();
});

test("what does not fit can be scrolled to, down to the last line", async () => {
  const kiosk = await openKiosk(shared, { settings: JAPANESE });
  await touch(kiosk);
  for (const kind of ["swot", "lq", "kpi"]) {
    await kiosk.page.tap(`[data-open=${kind}]`);
    await kiosk.pass(200);
    const isReached = await kiosk.page.evaluate(() => {
      const stage = document.querySelector(".stage");
      stage.scrollTop = 1e6;
      const foot = document.querySelector(".place:not([hidden])").firstElementChild.shadowRoot.querySelector(".widget").getBoundingClientRect().bottom;
      return foot <= stage.getBoundingClientRect().bottom + 1;
    });
    assert.ok(isReached, kind);
  }
  await kiosk.close();
});

test("rules of accessibility hold in the loop and in a visit", async () => {
  const kiosk = await openKiosk(shared, { settings: { ...JAPANESE, share: "https://example.jp/" } });
  for (let scene = 0; scene < 3; scene += 1) {
    assert.deepEqual(await violations(kiosk.page), [], await title(kiosk.page));
    await kiosk.pass(SCENE_MS);
  }
  await touch(kiosk);
  for (const kind of ["swot", "lq", "kpi"]) {
    await kiosk.page.tap(`[data-open=${kind}]`);
    await kiosk.pass(200);
    assert.deepEqual(await violations(kiosk.page), [], kind);
  }
  await kiosk.page.tap("[data-act=take]");
  await kiosk.pass(200);
  assert.deepEqual(await violations(kiosk.page), []);
  await kiosk.close();
});

test("where things may move, nothing moves on after its owner is gone", async () => {
  const kiosk = await openKiosk(shared, { settings: JAPANESE, reducedMotion: "no-preference" });
  for (let visit = 0; visit < 3; visit += 1) {
    await kiosk.page.touchscreen.tap(960, 400);
    await kiosk.page.tap("[data-open=kpi]");
    // Within a needle's sweep.
    await kiosk.page.tap("[data-act=leave]");
    await kiosk.pass(1000);
    assert.equal(await mode(kiosk.page), "loop");
  }
  kiosk.assertClean();
  await kiosk.close();
});
