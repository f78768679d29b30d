// What pages of others do to elements: a <base>, many at once, other documents, closed shadow trees.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq } from "./lib/data.mjs";
import { allReady, host, SCRIPT } from "./lib/hosts.mjs";
import { ink } from "./lib/pixels.mjs";
import { STRICT_CSP } from "./lib/server.mjs";
import { answered, KINDS, site, speak, widget } from "./lib/widgets.mjs";

const shared = site();
const THREE = KINDS.map((kind) => `<shigoto-${kind}></shigoto-${kind}>`).join("");
const values = lq.tables.map(({ rows }) => rows.length * lq.cities.length).reduce((a, b) => a + b);

/** How often the server was asked for files of an ending since `start`. */
const asked = (start, ending) => shared.server.requests.slice(start).filter(({ path }) => path.endsWith(ending)).map(({ path }) => path);

test("a <base> that points elsewhere leads nothing astray", async () => {
  const headers = { "content-security-policy": STRICT_CSP.replace("base-uri 'none'", "base-uri 'self'") };
  const head = `<base href="/elsewhere/">${SCRIPT}${SCRIPT}${SCRIPT.replace("embed.js", "embed.js?v=2")}`;
  const start = shared.server.requests.length;
  const { page, assertClean, close } = await host(shared, THREE, { head, headers });
  await allReady(page);
  assert.equal(await page.evaluate(() => document.baseURI), `${shared.server.url}elsewhere/`);
  assert.equal(await widget(page, "lq").locator(".scroll td").count(), values);
  assert.equal(await widget(page, "lq").evaluate((one) => one.shadowRoot.styleSheets[0].cssRules.length > 50), true, "its style sheet came");
  assert.deepEqual(asked(start, "").filter((path) => path.startsWith("/elsewhere/")), []);
  assertClean();
  await close();
});

test("50 elements fetch the script and the wasm once, and nothing before one is near", async () => {
  const start = shared.server.requests.length;
  const fifty = Array.from({ length: 50 }, (_, index) => `<shigoto-${KINDS[index % 3]}></shigoto-${KINDS[index % 3]}>`).join("");
  const { page, assertClean, close } = await host(shared, `<div class="far"></div>${fifty}`, { css: ".far { height: 5000px }" });
  await page.waitForFunction(() => customElements.get("shigoto-kpi"));
  await answered(page);
  assert.deepEqual(asked(start, ".wasm"), [], "nothing is fetched before an element is near");
  await page.evaluate(() => document.querySelector("shigoto-lq").scrollIntoView());
  await allReady(page);
  assert.equal(asked(start, ".wasm").length, 1);
  assert.equal(asked(start, ".js").filter((path) => path !== "/embed.js").length, 1);
  assert.equal(asked(start, "/embed.js").length, 1);
  assertClean();
  await close();
});

test("50 elements fetch each kind's shadow tree once", async () => {
  const start = shared.server.requests.length;
  const { page, close } = await host(shared, THREE.repeat(17));
  await allReady(page);
  const counts = KINDS.map((kind) => asked(start, `/${kind}.ja.html`).length);
  assert.deepEqual(counts, [1, 1, 1]);
  await close();
});

test("moved between two shadow trees it is at home in both", async () => {
  const { page, assertClean, close } = await host(shared, "<main></main><aside></aside>");
  const seen = await page.evaluate(async () => {
    const [one, other] = ["main", "aside"].map((name) => document.querySelector(name).attachShadow({ mode: "open" }));
    const element = document.createElement("shigoto-lq");
    element.setAttribute("base", "employees");
    const rows = [];
    for (const root of [one, other, one]) {
      const ready = new Promise((done) => element.addEventListener("shigoto-ready", done, { once: true }));
      root.append(element);
      await ready;
      element.shadowRoot.querySelector('[data-sort="akita"]').click();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      rows.push([element.getAttribute("sort"), element.offsetHeight > 500]);
    }
    return rows;
  });
  assert.deepEqual(seen, [["akita:desc", true], ["akita:asc", true], ["", true]]);
  assert.deepEqual(await page.evaluate(() => globalThis.failures), []);
  assertClean();
  await close();
});

test("in a closed shadow tree it works like anywhere else", async () => {
  const { page, assertClean, close } = await host(shared, "<main></main>");
  const seen = await page.evaluate(async () => {
    const element = document.createElement("shigoto-kpi");
    element.setAttribute("year", "2031");
    const heard = [];
    for (const name of ["ready", "painted", "change"]) addEventListener(`shigoto-${name}`, ({ target }) => heard.push(`${name} ${target.localName}`));
    document.querySelector("main").attachShadow({ mode: "closed" }).append(element);
    await element.ready;
    const slider = element.shadowRoot.querySelector("input[type=range]");
    slider.value = 2026;
    slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return [element.state.year, element.getAttribute("year"), [...new Set(heard)].sort()];
  });
  assert.deepEqual(seen, ["2026", "2026", ["change main", "painted main", "ready main"]]);
  assertClean();
  await close();
});

test("taken from an iframe's document into the page and back, it works in both", async () => {
  shared.server.pages["/frame.html"] = `<!doctype html><html lang="ja"><title>枠</title><link rel="icon" href="data:,">${SCRIPT}<shigoto-lq></shigoto-lq>`;
  const headers = { "content-security-policy": `${STRICT_CSP}; frame-src 'self'` };
  const { page, assertClean, close } = await host(shared, '<iframe title="枠" src="/frame.html" width="800" height="600"></iframe><main></main>', { headers });
  await page.waitForFunction(() => document.querySelector("iframe").contentDocument?.querySelector("shigoto-lq")?.state);
  const seen = await page.evaluate(async () => {
    const inside = document.querySelector("iframe").contentDocument;
    const element = inside.querySelector("shigoto-lq");
    const rows = [];
    // Taken away while its style sheet is on its way, it would break off that request.
    while (!element.shadowRoot?.querySelector("link")?.sheet) await new Promise((done) => setTimeout(done, 20));
    for (const place of [document.querySelector("main"), inside.body]) {
      const ready = new Promise((done) => element.addEventListener("shigoto-ready", done, { once: true }));
      place.append(element);
      await ready;
      element.shadowRoot.querySelector('[data-sort="akita"]').click();
      // Its style sheet is loaded anew in a document new to it.
      const link = element.shadowRoot.querySelector("link");
      while (!link.sheet) await new Promise((done) => setTimeout(done, 20));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const canvas = element.shadowRoot.querySelector(".scroll:not([hidden] *) canvas");
      rows.push([element.ownerDocument === document, element.getAttribute("sort"), element.shadowRoot.querySelectorAll(".scroll td").length, canvas.width > 500]);
    }
    return rows;
  });
  assert.deepEqual(seen, [[true, "akita:desc", values, true], [false, "akita:asc", values, true]]);
  assertClean();
  await close();
});

test("an element whose iframe is thrown away while it loads troubles nobody", async () => {
  shared.server.pages["/frame.html"] = `<!doctype html><html lang="ja"><title>枠</title><link rel="icon" href="data:,">${SCRIPT}${THREE}`;
  const headers = { "content-security-policy": `${STRICT_CSP}; frame-src 'self'` };
  const { page, close, problems } = await host(shared, '<iframe title="枠" src="/frame.html"></iframe><shigoto-kpi></shigoto-kpi>', { headers });
  await page.waitForFunction(() => document.querySelector("iframe").contentDocument?.querySelector("shigoto-lq"));
  await page.evaluate(() => document.querySelector("iframe").remove());
  await allReady(page);
  const [{ painted }] = await ink(widget(page, "kpi").locator("[data-kpi] canvas"));
  assert.ok(painted > 1000);
  assert.deepEqual(problems.filter((problem) => !problem.startsWith("request:")), []);
  await close();
});

test("what a page does within our events, or as the focus comes into a widget, stops nothing and is not lost", async () => {
  const { page, assertClean, close } = await host(shared, "<shigoto-lq city='akita'></shigoto-lq><shigoto-swot></shigoto-swot>");
  await allReady(page);
  const csv = "base,industry,city,lq\r\noutput,農業,架空市,2.50\r\noutput,農業,青森市,0.70\r\n";
  const seen = await page.evaluate(async (text) => {
    const lq = document.querySelector("shigoto-lq");
    const swot = document.querySelector("shigoto-swot");
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const until = async (is) => {
      for (let turns = 0; turns < 600 && !is(); turns += 1) await frame();
      return is();
    };
    const acts = {
      language: [() => lq.setAttribute("lang", "en"), () => /Industries|quotient/.test(lq.shadowRoot.querySelector("hgroup p").textContent)],
      attribute: [() => lq.setAttribute("base", "employees"), () => lq.state.base === "employees"],
      select: [() => swot.setAttribute("select", "S-1"), () => swot.state.select === "S-1"],
      load: [() => void lq.load(text), () => lq.shadowRoot.querySelectorAll(".scroll tbody tr").length === 1],
      reset: [() => lq.setAttribute("src", ""), () => lq.shadowRoot.querySelectorAll(".scroll tbody tr").length > 1],
      removed: [() => lq.remove(), () => !lq.isConnected],
    };
    const wrong = [];
    const once = (target, name, act) => new Promise((done) => target.addEventListener(name, () => done(act()), { once: true }));
    for (const [what, [act, isDone]] of Object.entries(acts)) {
      // Both at once: by the event of a change, and as our own code moves the focus.
      const changed = once(lq, "shigoto-change", act);
      lq.setAttribute("view", lq.getAttribute("view") === "dots" ? "table" : "dots");
      await changed;
      if (!(await until(isDone))) wrong.push(`${what} on a change`);
    }
    document.body.append(lq);
    await until(() => lq.state.base);
    for (const [what, act, isDone] of [
      ["language", () => lq.setAttribute("lang", "ja"), () => /特化/.test(lq.shadowRoot.querySelector("hgroup p").textContent)],
      ["attribute", () => lq.setAttribute("base", "output"), () => lq.state.base === "output"],
      ["removed", () => lq.remove(), () => !lq.isConnected],
    ]) {
      const button = lq.shadowRoot.querySelector("[data-detail]");
      const focused = once(lq, "focusin", act);
      button.click();
      await focused;
      if (!(await until(isDone))) wrong.push(`${what} on focus`);
      lq.removeAttribute("industry");
      await frame();
    }
    return wrong;
  }, csv);
  assert.deepEqual(seen, []);
  assert.deepEqual(await page.evaluate(() => globalThis.failures), []);
  assertClean();
  await close();
});

test("a page that sets an industry keeps its focus and its place; a press in the widget brings both to the detail", async () => {
  const body = "<input id='theirs'><div class='far'></div><shigoto-lq></shigoto-lq><shigoto-kpi view='trajectory'></shigoto-kpi>";
  const { page, assertClean, close } = await host(shared, body, { css: ".far { height: 300px }" });
  await allReady(page);
  await page.locator("#theirs").focus();
  const where = () => page.evaluate(() => [document.activeElement.id || document.activeElement.localName, scrollY]);
  const heading = widget(page, "lq").locator(".panel h3");
  await widget(page, "lq").evaluate((one) => one.setAttribute("industry", "農業"));
  await heading.waitFor();
  await answered(page);
  assert.deepEqual(await where(), ["theirs", 0]);
  await widget(page, "lq").evaluate((one) => one.removeAttribute("industry"));
  await answered(page);
  assert.deepEqual(await where(), ["theirs", 0]);
  await widget(page, "lq").evaluate((one) => (one.state = { industry: "農業" }));
  await heading.waitFor();
  await speak(widget(page, "lq"), "en");
  assert.deepEqual(await where(), ["theirs", 0]);
  assertClean();
  await close();
});

test("an industry asked for in the markup takes no focus, though another widget brings the complete module", async () => {
  const body = "<input id='theirs' autofocus><div class='far'></div><shigoto-kpi view='trajectory'></shigoto-kpi><shigoto-lq industry='農業'></shigoto-lq>";
  const { page, assertClean, close } = await host(shared, body, { css: ".far { height: 100px }" });
  await allReady(page);
  await widget(page, "lq").locator(".panel h3").waitFor();
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, scrollY]), ["theirs", 0]);
  assertClean();
  await close();
});
