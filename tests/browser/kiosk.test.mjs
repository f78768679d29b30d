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
  assert.equal(new Set(round.map(({ title }) => title)).size, SCENES.length);
  assert.equal(round[0].title, "情報通信業で全国を上回るのは、7市で青森市だけ");
  // The years pass in a widget; everything else is a poster.
  assert.deepEqual(round.flatMap(({ kind }, scene) => (kind ? [[SCENES[scene], kind]] : [])), [["years", "kpi"]]);
  assert.equal(await title(page), round[0].title, "from the beginning");
  assertClean();
  await close();
});

test("every headline is seen whole, large, and above its figure, on every screen", async () => {
  for (const [name, viewport] of Object.entries(SCREENS)) {
    const { page, pass, close } = await openKiosk(shared, { settings: { languages: ["ja", "en", "ja-easy"] }, viewport });
    for (let scene = 0; scene < SCENES.length * 3; scene += 1) {
      const faults = await page.evaluate(() => {
        const faults = [];
        const inside = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1 && one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
        const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
        const stage = document.querySelector(".stage").getBoundingClientRect();
        for (const part of document.querySelectorAll("h1, .sub, .source, .bar button:not([hidden])")) {
          const rect = part.getBoundingClientRect();
          if (rect.width && !inside(rect, screen)) faults.push(`${part.className || part.localName} is cropped`);
          if (rect.width && part.matches("h1, p") && rect.bottom > stage.top + 1 && rect.top < stage.bottom - 1) faults.push(`${part.localName} lies over the figure`);
        }
        if (parseFloat(getComputedStyle(document.querySelector("h1")).fontSize) < Math.min(innerWidth, innerHeight) * 0.045) faults.push("the headline is small");
        const shown = document.querySelector(".place:not([hidden])")?.firstElementChild.shadowRoot;
        if (!shown) return faults;
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

/** What a poster shows, measured: lengths in thousandths of the screen's shorter side. */
const measured = (page) =>
  page.evaluate(() => {
    const thousandth = Math.min(innerWidth, innerHeight) / 1080;
    const size = (element) => parseFloat(getComputedStyle(element).fontSize) / thousandth;
    const poster = document.querySelector(".poster");
    const stage = document.querySelector(".stage").getBoundingClientRect();
    const words = [...poster.querySelectorAll(".name, .value, text")].filter((word) => word.textContent.trim());
    const isInside = (rect) => rect.left >= -1 && rect.right <= innerWidth + 1 && rect.top >= stage.top - 1 && rect.bottom <= stage.bottom + 1;
    const overlaps = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
    const rects = words.map((word) => word.getBoundingClientRect());
    return {
      headline: size(document.querySelector("h1")),
      labels: Math.min(...words.map(size)),
      marks: poster.querySelectorAll(".row:not(.axis)").length,
      red: poster.querySelectorAll(".subject").length + poster.querySelectorAll(".gap").length,
      cropped: words.filter((_, index) => !isInside(rects[index])).map((word) => word.textContent),
      over: words.filter((_, index) => rects.some((rect, other) => other > index && overlaps(rects[index], rect))).map((word) => word.textContent),
    };
  });

for (const [name, viewport] of Object.entries(SCREENS)) {
  test(`posters are read from three metres: ${name}`, async () => {
    const { page, pass, close } = await openKiosk(shared, { settings: { languages: ["ja", "en", "ja-easy"] }, viewport });
    let posters = 0;
    for (let scene = 0; scene < SCENES.length * 3; scene += 1) {
      if (!(await seen(page)).kind) {
        const what = `${(await seen(page)).lang}, ${await title(page)}`;
        const { headline, labels, marks, red, cropped, over } = await measured(page);
        assert.ok(headline >= 96, `${what}: a headline of ${headline}`);
        assert.ok(labels >= 56, `${what}: labels of ${labels}`);
        assert.ok(marks >= 1 && marks <= 7, `${what}: ${marks} marks`);
        assert.ok(red <= 1, `${what}: ${red} red marks`);
        assert.deepEqual([cropped, over], [[], []], what);
        posters += 1;
      }
      await pass(SCENE_MS);
    }
    assert.equal(posters, (SCENES.length - 1) * 3);
    await close();
  });
}

test("a poster is drawn once, within 1.2 s, and then at rest; where nothing may move it is there at once", async () => {
  for (const [reducedMotion, expected] of [["no-preference", true], ["reduce", false]]) {
    const { page, pass, close } = await openKiosk(shared, { settings: { ...JAPANESE, scenes: ["alone", "split"] }, reducedMotion });
    await pass(SCENE_MS);
    const moves = await page.evaluate(() => document.querySelector(".poster").getAnimations({ subtree: true }).map((one) => one.effect.getComputedTiming()).map(({ endTime, iterations }) => [endTime, iterations]));
    assert.equal(moves.length > 0, expected);
    assert.ok(moves.every(([endTime, iterations]) => endTime <= 1200 && iterations === 1), JSON.stringify(moves));
    await close();
  }
});

test("a pass of the loop is in one language, in all its words", async () => {
  const { page, pass, close } = await openKiosk(shared, { settings: { languages: ["ja", "en", "ja-easy"], scenes: ["alone", "works", "years"] } });
  const languages = [];
  for (let scene = 0; scene < 9; scene += 1) {
    languages.push((await seen(page)).lang);
    const words = await page.evaluate(() => [...document.querySelectorAll("h1, .sub, .poster:not([hidden]), [data-act=touch], [data-act=pause]")].map((one) => one.innerText).join(" "));
    assert.equal(/[\u3040-\u30ff]/.test(words), languages.at(-1) !== "en", words);
    const own = await page.evaluate(() => document.querySelector(".place:not([hidden])")?.firstElementChild.shadowRoot.querySelector(".widget").lang);
    assert.ok(!own || own === languages.at(-1), "the widget speaks with the shell");
    await pass(SCENE_MS);
  }
  assert.deepEqual(languages, ["ja", "ja", "ja", "en", "en", "en", "ja-x-easy", "ja-x-easy", "ja-x-easy"]);
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
  assert.deepEqual([loop.kind, opened.mode, opened.kind, opened.state.base, opened.lang], [undefined, "visit", "lq", "employees", "en"]);
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
  await page.locator("main.stage").evaluate((one) => (one.scrollTop = 300));
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
  // A visit without traces: what was never shown yet still has the page's tree, not the one of a widget at work.
  for (const kiosk of [visited, fresh]) {
    await touch(kiosk);
    for (const kind of ["swot", "lq", "kpi"]) {
      await kiosk.page.tap(`[data-open=${kind}]`);
      await kiosk.pass(200);
    }
    await kiosk.page.tap("[data-act=leave]");
    await kiosk.pass(300);
  }
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
