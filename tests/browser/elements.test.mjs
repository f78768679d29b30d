// The elements as a host page meets them: events, promises, and a life of being added, moved and removed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq } from "./lib/data.mjs";
import { ink } from "./lib/pixels.mjs";
import { answered, KINDS, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();

const html = (body, head = "") => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>host</title>
<link rel="icon" href="data:,">${head}<body>${body}</body></html>`;
const SCRIPT = '<script type="module" src="./embed.js"></script>';

/** Opens a made-up host page; every event of ours is noted in `window.heard` as it reaches the window. */
async function host(body, { head = SCRIPT, path = "/host.html", init, until } = {}) {
  shared.server.pages[path] = html(body, head);
  const opened = await shared.blank({ viewport: { width: 1280, height: 800 } });
  const warnings = [];
  opened.page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await opened.page.addInitScript(() => {
    globalThis.heard = [];
    for (const name of ["ready", "change", "painted", "error"]) {
      addEventListener(`shigoto-${name}`, ({ type, target, detail, bubbles, composed }) =>
        globalThis.heard.push({ type: type.slice(8), tag: target.localName, id: target.id, detail, bubbles, composed }),
      );
    }
  });
  await init?.(opened.page);
  await opened.page.goto(new URL(path, shared.server.url).href, { waitUntil: until });
  return { ...opened, warnings };
}

const heard = (page, type) => page.evaluate((wanted) => globalThis.heard.filter((event) => event.type === wanted), type);
const ready = (page) => page.evaluate(() => Promise.all([...document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")].map((one) => one.ready)).then(() => {}));
const values = lq.tables.map(({ rows }) => rows.length * lq.cities.length).reduce((a, b) => a + b);
const cells = (page, selector = "shigoto-lq") => page.locator(selector).locator(".scroll td").count();

test("ready, change and painted bubble out of shadow trees and say what they should", async () => {
  const { page, assertClean, close } = await host("<shigoto-swot></shigoto-swot><shigoto-lq></shigoto-lq><shigoto-kpi year='2030'></shigoto-kpi>");
  await ready(page);
  await page.waitForFunction(() => globalThis.heard.filter(({ type }) => type === "ready").length === 3);
  const greetings = await heard(page, "ready");
  assert.deepEqual(greetings.map(({ tag }) => tag).sort(), KINDS.map((kind) => `shigoto-${kind}`).sort());
  for (const { bubbles, composed } of greetings) assert.ok(bubbles && composed);
  for (const kind of KINDS) {
    const paints = (await heard(page, "painted")).filter(({ tag }) => tag === `shigoto-${kind}`);
    assert.ok(paints.length > 0, kind);
    for (const { detail, bubbles, composed } of paints) {
      assert.ok(bubbles && composed);
      assert.deepEqual([Object.keys(detail).sort(), detail.widget, typeof detail.ms], [["ms", "widget"], kind, "number"]);
      assert.ok(detail.ms >= 0 && detail.ms < 5000);
    }
    const marks = await page.evaluate((name) => performance.getEntriesByName(name).length, `shigoto-${kind}-painted`);
    assert.equal(marks, 1, `one mark for the first complete paint of ${kind}`);
  }
  assert.deepEqual(await heard(page, "change"), [], "nothing has changed yet");
  const changes = { swot: { select: "S-1" }, lq: { base: "employees", city: "akita" }, kpi: { pillar: "2", year: "2028" } };
  for (const [kind, attributes] of Object.entries(changes)) {
    await setAttributes(page, kind, attributes);
    const all = (await heard(page, "change")).filter(({ tag }) => tag === `shigoto-${kind}`);
    assert.equal(all.length, 1, `${kind}: changes of one moment are told once`);
    const [{ detail, bubbles, composed }] = all;
    assert.ok(bubbles && composed);
    assert.deepEqual({ ...detail, ...attributes }, detail);
    assert.deepEqual(await widget(page, kind).evaluate((element) => element.state), detail, "detail is the state");
    await setAttributes(page, kind, attributes);
    assert.equal((await heard(page, "change")).filter(({ tag }) => tag === `shigoto-${kind}`).length, 1, "no change, no event");
  }
  assertClean();
  await close();
});

test("attributes set before the upgrade are heeded, and nonsense among them is told once", async () => {
  const { page, warnings, assertClean, close } = await host("<shigoto-lq base='employees' city='akita' sort='akita:desc' view='sideways'></shigoto-lq>");
  await ready(page);
  const state = await widget(page, "lq").evaluate((element) => element.state);
  assert.deepEqual({ ...state, reading: undefined }, { base: "employees", city: "akita", sort: "akita:desc", view: "table", reading: undefined, industry: "", with: "" });
  assert.equal(await cells(page), values);
  assert.equal(warnings.length, 1, `${warnings}`);
  assertClean();
  await close();
});

test("elements made by a script work without a page, and take state before they are ready", async () => {
  const { page, assertClean, close } = await host("<main></main>");
  await page.evaluate(() => customElements.whenDefined("shigoto-kpi").then(() => {
    for (const kind of ["swot", "lq", "kpi"]) document.querySelector("main").append(document.createElement(`shigoto-${kind}`));
    document.querySelector("shigoto-lq").state = { base: "establishments" };
  }));
  await ready(page);
  await page.waitForFunction(() => globalThis.heard.filter(({ type }) => type === "ready").length === 3);
  assert.equal(await cells(page), values);
  assert.equal((await widget(page, "lq").evaluate((element) => element.state)).base, "establishments");
  for (const { painted } of await ink(widget(page, "kpi").locator("[data-kpi] canvas"))) assert.ok(painted > 1000);
  assertClean();
  await close();
});

test("removed while loading, moved, removed and added again: it always ends well", async () => {
  // The wasm comes when it is told to, so that "while loading" is no matter of luck.
  let release;
  const held = new Promise((done) => (release = done));
  const init = (page) => page.route("**/*.wasm", (route) => held.then(() => route.continue()));
  const { page, assertClean, close } = await host("<main><shigoto-lq id='gone'></shigoto-lq><shigoto-kpi id='moved'></shigoto-kpi><shigoto-swot id='back'></shigoto-swot></main><aside></aside>", { init });
  await page.evaluate(async () => {
    await customElements.whenDefined("shigoto-kpi");
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    document.querySelector("#gone").remove();
    document.querySelector("aside").append(document.querySelector("#moved"));
    const back = document.querySelector("#back");
    back.remove();
    document.querySelector("main").append(back);
  });
  release();
  await ready(page);
  await page.waitForFunction(() => globalThis.heard.filter(({ type }) => type === "ready").length === 2);
  await page.evaluate(async () => {
    const [main, aside] = [document.querySelector("main"), document.querySelector("aside")];
    const [kpi, swot] = [document.querySelector("#moved"), document.querySelector("#back")];
    const again = (element) => new Promise((done) => element.addEventListener("shigoto-ready", done, { once: true }));
    swot.setAttribute("select", "S-1");
    kpi.setAttribute("year", "2031");
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [again(kpi), again(swot)];
      (round % 2 ? main : aside).prepend(kpi);
      swot.remove();
      (round % 2 ? aside : main).append(swot);
      await Promise.all([one, other]);
    }
  });
  assert.deepEqual(await heard(page, "error"), []);
  assert.match(await widget(page, "kpi").getByRole("slider").inputValue(), /2031/);
  assert.equal(await widget(page, "swot").locator('[data-code="S-1"]').getAttribute("aria-pressed"), "true");
  await widget(page, "swot").locator('[data-code="S-1"]').press("Enter");
  await answered(page);
  assert.equal(await widget(page, "swot").locator('[data-code="S-1"]').getAttribute("aria-pressed"), "false", "one press, one answer");
  assertClean();
  await close();
});

test("removed and added again while its shadow tree is on the way", async () => {
  let release;
  const held = new Promise((done) => (release = done));
  const init = (page) => page.route("**/content-*/*.html", (route) => held.then(() => route.continue()));
  const { page, assertClean, close } = await host("<main><shigoto-lq></shigoto-lq></main>", { init });
  await page.waitForRequest("**/content-*/lq.ja.html");
  await page.evaluate(() => {
    const element = document.querySelector("shigoto-lq");
    element.remove();
    document.querySelector("main").append(element);
    return new Promise((done) => setTimeout(done));
  });
  release();
  await ready(page);
  await answered(page);
  assert.deepEqual(await heard(page, "error"), []);
  assert.equal(await cells(page), values);
  assertClean();
  await close();
});

test("taken away while a preview is lit and put back elsewhere, it stands at rest", async () => {
  const { page, assertClean, close } = await host("<main><shigoto-swot></shigoto-swot></main><aside></aside>");
  await ready(page);
  await answered(page);
  const [atRest, lit, back] = await widget(page, "swot").evaluate(async (element) => {
    const nodes = [...element.shadowRoot.querySelectorAll("[data-code]")];
    const look = () => nodes.map((node) => getComputedStyle(node.querySelector("span")).color).join();
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const looks = [look()];
    // No real pointer: whether the browser still tells it has left a node taken away is a matter of luck.
    nodes[1].dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true }));
    await frame();
    looks.push(look());
    const again = new Promise((done) => element.addEventListener("shigoto-ready", done, { once: true }));
    element.remove();
    document.querySelector("aside").append(element);
    await again;
    // A stylesheet put back with its tree is loaded anew, which takes the frames it takes.
    for (let frames = 0; frames < 200 && look() !== looks[0]; frames += 1) await frame();
    return [...looks, look()];
  });
  assert.notEqual(lit, atRest);
  assert.equal(back, atRest);
  assertClean();
  await close();
});

test("`theme` falls back to auto on nonsense, with one warning", async () => {
  const { page, warnings, close } = await host("<shigoto-lq theme='light'></shigoto-lq>");
  await ready(page);
  await setAttributes(page, "lq", { theme: "dark" });
  assert.deepEqual(warnings, []);
  await setAttributes(page, "lq", { theme: "purple" });
  assert.equal(warnings.length, 1, `${warnings}`);
  await close();
});

test("50 instances on one page, each with a state of its own", async () => {
  const bodies = Array.from({ length: 50 }, (_, index) => {
    const attribute = { swot: "select='S-1'", lq: `base='${["output", "employees"][index % 2]}'`, kpi: `year='${2024 + (index % 10)}'` };
    const kind = KINDS[index % 3];
    return `<shigoto-${kind} id="one-${index}" ${attribute[kind]}></shigoto-${kind}>`;
  });
  const { page, assertClean, close } = await host(bodies.join(""));
  await ready(page);
  await page.waitForFunction(() => globalThis.heard.filter(({ type }) => type === "ready").length === 50);
  for (const index of [2, 17, 47]) assert.equal(await page.locator(`#one-${index}`).getByRole("slider").inputValue(), String(2024 + (index % 10)));
  for (const index of [1, 46]) {
    const { base } = await page.locator(`#one-${index}`).evaluate((element) => element.state);
    assert.equal(base, ["output", "employees"][index % 2]);
  }
  // Radio buttons of one name in many widgets: a choice in one leaves the others alone.
  await page.locator("#one-1").locator('input[name="base"][value="establishments"]').check();
  await answered(page);
  const bases = await page.locator("shigoto-lq").evaluateAll((all) => all.map((element) => element.state.base));
  assert.equal(bases.filter((base) => base === "establishments").length, 1);
  assertClean();
  await close();
});

test("the script may stand on the page twice, under two addresses", async () => {
  const { page, assertClean, close } = await host("<shigoto-lq></shigoto-lq>", { head: `${SCRIPT}${SCRIPT}${SCRIPT.replace("embed.js", "embed.js?again")}` });
  await ready(page);
  await page.waitForFunction(() => globalThis.heard.some(({ type }) => type === "ready"));
  await widget(page, "lq").getByRole("columnheader", { name: "青森市" }).getByRole("button").press("Enter");
  await answered(page);
  assert.equal(await widget(page, "lq").getAttribute("sort"), "aomori:desc", "one press, one answer");
  assertClean();
  await close();
});

test("taken away by a listener of its own first event, it ends without an error", async () => {
  const { page, assertClean, close } = await host("<main></main>");
  const seen = await page.evaluate(async () => {
    const element = document.createElement("shigoto-kpi");
    const gone = new Promise((done) => {
      element.addEventListener("shigoto-painted", () => {
        element.remove();
        done();
      }, { once: true });
    });
    document.querySelector("main").append(element);
    await gone;
    await new Promise((done) => setTimeout(done));
    document.querySelector("main").append(element);
    await new Promise((done) => element.addEventListener("shigoto-ready", done, { once: true }));
    return element.state.pillar;
  });
  assert.equal(seen, "all");
  assertClean();
  await close();
});

test("without the wasm an element that came without a page still gets its words", async () => {
  const { page, close } = await host("<main></main>");
  await page.route("**/*.wasm", (route) => route.abort());
  const told = await page.evaluate(async () => {
    const element = document.createElement("shigoto-lq");
    const failed = new Promise((done) => element.addEventListener("shigoto-error", ({ detail }) => done(detail.code), { once: true }));
    document.querySelector("main").append(element);
    return [await failed, element.shadowRoot?.querySelectorAll(".scroll td").length, element.offsetHeight > 500];
  });
  assert.deepEqual(told, ["unsupported", 392, true]);
  await close();
});

test("a state set before the script has come counts, and the property works from then on", async () => {
  let release;
  const held = new Promise((done) => (release = done));
  const init = (page) => page.route("**/embed.js", (route) => held.then(() => route.continue()));
  const { page, assertClean, close } = await host("<shigoto-lq></shigoto-lq><shigoto-kpi></shigoto-kpi><shigoto-swot></shigoto-swot>", { init, until: "commit" });
  await page.waitForFunction(() => document.querySelector("shigoto-swot"));
  await page.evaluate(() => {
    document.querySelector("shigoto-lq").state = { base: "employees", city: "akita" };
    document.querySelector("shigoto-kpi").state = null;
    document.querySelector("shigoto-swot").state = 5;
  });
  release();
  await page.evaluate(() => customElements.whenDefined("shigoto-swot"));
  await ready(page);
  const state = () => widget(page, "lq").evaluate((one) => [one.state.base, one.state.city, Object.hasOwn(one, "state")]);
  assert.deepEqual(await state(), ["employees", "akita", false]);
  await widget(page, "lq").evaluate((one) => (one.state = { base: "output" }));
  await answered(page);
  assert.deepEqual(await state(), ["output", "akita", false]);
  assertClean();
  await close();
});

test("before the wasm is there, what is pressed is done once, and what only has the focus is not", async () => {
  let release;
  const held = new Promise((done) => (release = done));
  const { page, assertClean, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await page.route("**/*.wasm", (route) => held.then(() => route.continue()));
  await page.goto(shared.server.url);
  await page.waitForFunction(() => customElements.get("shigoto-kpi"));
  for (const [kind, selector] of [["lq", "[data-group]"], ["lq", "[data-sort=akita]"], ["kpi", "input[name=year]"], ["lq", "select"], ["swot", '[data-code="S-2"]']]) {
    await widget(page, kind).locator(selector).first().focus();
  }
  // The words of a button: the focus goes to the button, the press to the words.
  await widget(page, "swot").locator('[data-code="O-1"] span').first().click();
  await widget(page, "lq").locator("label", { hasText: "就業者" }).first().click();
  release();
  for (const kind of KINDS) await widget(page, kind).evaluate((element) => element.ready);
  await answered(page);
  const states = await page.evaluate(() => ["swot", "lq", "kpi"].map((kind) => document.querySelector(`shigoto-${kind}`).state));
  assert.deepEqual([states[0].select, states[1].base, states[1].sort], ["O-1", "employees", ""]);
  assert.equal(await widget(page, "kpi").getAttribute("year"), null);
  assertClean();
  await close();
});

test("who saves data sees the numbers in a table before anything is drawn", async () => {
  const { page, assertClean, close } = await host("<shigoto-lq></shigoto-lq>", {
    init: async (page) => {
      await page.setViewportSize({ width: 390, height: 700 });
      await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    },
  });
  const table = widget(page, "lq").locator(".sheet:not([hidden]) table");
  await table.waitFor();
  await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.querySelector(".unpainted"));
  assert.ok(await table.isVisible());
  await widget(page, "lq").locator("h2").dispatchEvent("pointerdown");
  await ready(page);
  await answered(page);
  assert.ok(await widget(page, "lq").locator(".views > .pairs").isVisible());
  assertClean();
  await close();
});

test("each element observes the attributes and has the members that its manifest tells", async () => {
  const { page, assertClean, close } = await host("");
  const { modules } = await page.evaluate(() => fetch("./custom-elements.json").then((answer) => answer.json()));
  const { declarations } = modules[0];
  for (const { tagName, attributes, members } of declarations) {
    const found = await page.evaluate(async (tag) => {
      const made = await customElements.whenDefined(tag);
      const callbacks = ["constructor", "handleEvent", "connectedCallback", "disconnectedCallback", "attributeChangedCallback", "upgrade"];
      const names = [made.prototype, new made()].flatMap((one) => Object.getOwnPropertyNames(one));
      return { observed: made.observedAttributes, members: names.filter((name) => !callbacks.includes(name)) };
    }, tagName);
    assert.deepEqual(found.observed, attributes.map(({ name }) => name), tagName);
    assert.deepEqual(found.members.sort(), members.map(({ name }) => name).sort(), tagName);
  }
  assertClean();
  await close();
});
