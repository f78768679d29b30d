// The address and the widgets keep in step: deep links in, changes out, back and forward.
import assert from "node:assert/strict";
import { test } from "node:test";
import { painted } from "./lib/browser.mjs";
import { kpi, lq } from "./lib/data.mjs";
import { attribute, settled, site, state } from "./lib/widgets.mjs";

const shared = site();
const open = (hash) => shared.open({ path: `index.html${hash}` });

test("a deep link sets its widget and nothing else; unknown keys are ignored", async () => {
  const { page, assertClean, close } = await open("#lq?base=employees&city=hirosaki&view=dots&colour=red&onclick=x");
  const lq = await state(page, "lq");
  assert.deepEqual([lq.base, lq.city, lq.view], ["employees", "hirosaki", "dots"]);
  assert.equal(await attribute(page, "lq", "onclick"), null);
  assert.equal((await state(page, "swot")).select, "");
  assertClean();
  await close();
});

test("changes are written to the address, and back leads to what was before", async () => {
  const { page, assertClean, close } = await open("#swot?select=O-1");
  assert.equal((await state(page, "swot")).select, "O-1");
  await page.getByRole("button", { name: /^S-2/ }).click();
  await page.waitForURL(/#swot\?select=S-2$/);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("shigoto-swot").state.select === "O-1");
  await page.goForward();
  await page.waitForFunction(() => document.querySelector("shigoto-swot").state.select === "S-2");
  assertClean();
  await close();
});

test("a drag along the years is one step of history", async () => {
  const { page, close } = await open("#kpi?view=gauge&group=kind&pillar=2&year=2028");
  const steps = await page.evaluate(() => history.length);
  const slider = page.locator("shigoto-kpi input[name=year]");
  await slider.focus();
  for (let press = 0; press < 3; press += 1) await slider.press("ArrowRight");
  await page.waitForURL(/#kpi\?.*year=2031/);
  assert.equal(await page.evaluate(() => history.length), steps);
  assert.equal((await state(page, "kpi")).pillar, "2");
  await close();
});

test("a sweep writes the address seldom, and its end for certain", async () => {
  const init = (page) =>
    page.addInitScript(() => {
      globalThis.written = [];
      for (const act of ["pushState", "replaceState"]) {
        const real = history[act].bind(history);
        history[act] = (...values) => (real(...values), values[2] && written.push(values[2]));
      }
    });
  const { page, assertClean, close } = await shared.open({ path: "index.html#kpi?year=2024", init });
  const frames = await page.evaluate(async () => {
    const kpi = document.querySelector("shigoto-kpi");
    const start = performance.now();
    let count = 0;
    for (; performance.now() - start < 1000; count += 1) {
      kpi.setAttribute("year", 2024 + (count % 10));
      await new Promise(requestAnimationFrame);
    }
    kpi.setAttribute("year", 2030);
    return count;
  });
  await page.waitForURL(/year=2030/);
  const written = await page.evaluate(() => written);
  assert.ok(written.length >= 2 && written.length <= 6, `${written.length} of ${frames} changes were written`);
  assertClean();
  await close();
});

test("leaving the page at once keeps the last change", async () => {
  const { page, close } = await open("");
  await page.evaluate(() => document.querySelector("shigoto-lq").setAttribute("base", "employees"));
  await page.goto("about:blank");
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("shigoto-lq")?.state?.base === "employees");
  await close();
});

test("a link to a part of the page is only that", async () => {
  const { page, close } = await open("#kpi");
  assert.equal((await state(page, "kpi")).pillar, "all");
  assert.equal(new URL(page.url()).hash, "#kpi");
  await close();
});

test("back undoes each widget's change, down to the page as it opened", async () => {
  const { page, assertClean, close } = await open("");
  await page.locator("shigoto-lq input[name=base][value=employees]").check();
  await page.waitForURL(/#lq\?/);
  await page.locator("shigoto-kpi input[name=pillar][value='2']").check();
  await page.waitForURL(/#kpi\?/);
  const stands = (base, pillar) =>
    page.waitForFunction(
      ([b, p]) => document.querySelector("shigoto-lq").state.base === b && document.querySelector("shigoto-kpi").state.pillar === p,
      [base, pillar],
    );
  await page.goBack();
  await stands("employees", "all");
  await page.goBack();
  await stands("output", "all");
  assert.equal(new URL(page.url()).hash, "");
  await page.goForward();
  await page.goForward();
  await stands("employees", "2");
  assertClean();
  await close();
});

test("a link to part of a state adds no step of its own", async () => {
  const { page, close } = await open("");
  const before = await page.evaluate(() => history.length);
  await page.evaluate(() => (location.hash = "#lq?base=employees&city=akita"));
  await page.waitForFunction(() => document.querySelector("shigoto-lq").state.city === "akita");
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)))));
  assert.equal(await page.evaluate(() => history.length), before + 1);
  await close();
});

for (const viewport of [{ width: 360, height: 640 }, { width: 1280, height: 800 }]) {
  test(`a link to an indicator brings its card into view, ${viewport.width} px wide`, async () => {
    const top = (page, id) =>
      page.evaluate((own) => document.querySelector("shigoto-kpi").shadowRoot.querySelector(`[data-kpi="${own}"]`).getBoundingClientRect().top, id);
    const inView = (page, id) =>
      page.waitForFunction((own) => {
        const card = document.querySelector("shigoto-kpi").shadowRoot.querySelector(`[data-kpi="${own}"]`);
        const { top } = card.getBoundingClientRect();
        // Below the bar, which stays in view.
        const under = document.querySelector(".page-bar").getBoundingClientRect().height - 1;
        const isLast = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        return card.querySelector("details").open && top >= under && (top < under + 12 || (isLast && top < innerHeight));
      }, id);
    // Cards stand side by side in groups: the first and the last of those that are one below the other.
    const { page, assertClean, close } = await shared.open({ path: "index.html", viewport });
    const ids = await page.evaluate(() => [...document.querySelector("shigoto-kpi").shadowRoot.querySelectorAll(".card[data-kpi]")].map((card) => card.dataset.kpi));
    const [first, last] = [ids[0], ids.at(-1)];
    await page.goto("about:blank");
    await page.goto(`${shared.server.url}index.html#kpi?kpi=${last}`);
    await painted(page, "kpi");
    await inView(page, last);
    // Another link on the same page, and one that names a pillar.
    await page.evaluate((id) => (location.hash = `#kpi?kpi=${id}`), first);
    await inView(page, first);
    // Who chooses on the page stays where they are.
    const before = await page.evaluate(() => scrollY);
    await page.evaluate((id) => document.querySelector("shigoto-kpi").setAttribute("kpi", id), last);
    await page.waitForURL(new RegExp(`kpi=${last}`));
    assert.equal(await page.evaluate(() => scrollY), before);
    assert.ok((await top(page, last)) > 100);
    assertClean();
    await close();
  });
}

for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 800 }]) {
  test(`a link's subject stands within the window, marked, with what is said of it, ${viewport.width} px wide`, async () => {
    const industry = lq.tables.find(({ base }) => base === "output").rows.find((row) => row.industry === "情報通信業").industry;
    for (const [kind, query, subject, said] of [
      ["swot", "select=WT-1", ".node[aria-pressed=true]", ".links"],
      ["lq", `industry=${encodeURIComponent(industry)}`, ".asked", ".panel"],
    ]) {
      for (const path of ["index.html", kind === "swot" ? "strengths.html" : "industries.html"]) {
        const { page, assertClean, close } = await shared.open({ path: `${path}#${kind}?${query}`, widgets: [kind], viewport });
        await page.waitForFunction(([tag, wanted, around]) => {
          const root = document.querySelector(tag).shadowRoot;
          const one = [...root.querySelectorAll(wanted)].find((found) => found.checkVisibility());
          const [own, panel] = [one, root.querySelector(around)].map((found) => found?.getBoundingClientRect());
          const bar = document.querySelector(".page-bar").getBoundingClientRect().bottom;
          const isCovered = own?.left < panel?.right && panel?.left < own?.right && panel?.top < own?.bottom && own?.top < panel?.bottom;
          return own && own.top >= bar - 1 && own.bottom <= innerHeight && !isCovered && panel.top < innerHeight - 40 && panel.height > 0;
        }, [`shigoto-${kind}`, subject, said]);
        assertClean();
        await close();
      }
    }
  });
}

test("who has scrolled on before the widget was ready is left alone", async () => {
  const { page, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  let go;
  const held = new Promise((done) => (go = done));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${shared.server.url}index.html#kpi?kpi=${kpi.kpis.at(-1).id}`);
  await page.waitForFunction(() => scrollY > 1000);
  await page.mouse.wheel(0, -50000);
  await page.waitForFunction(() => scrollY === 0);
  go();
  await painted(page, "kpi");
  await page.evaluate(() => document.querySelector("shigoto-kpi").ready.then(() => new Promise((done) => setTimeout(done))));
  assert.equal(await page.evaluate(() => scrollY), 0);
  await close();
});

test("links are understood as mail programs and messengers leave them", async () => {
  const { page, assertClean, close } = await open("");
  const follow = async (hash) => {
    await page.evaluate((asked) => (location.hash = asked), hash);
    await settled(page, "lq");
    await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)))));
  };
  const whole = "base=employees&city=hirosaki&view=dots";
  const encoded = encodeURIComponent(`?${whole}`);
  const mangled = [`lq?${whole.replaceAll("&", "&amp;")}`, `lq${encoded}`, `lq%3F${whole}`, `lq?${encodeURIComponent(whole)}`, `lq${encoded}%E3%80%82`];
  for (const end of ["。", "、", ".", ",", ")", "）", "。)", "）。", " ", "%20", "」", "%EF%BC%89"]) mangled.push(`lq?${whole}${end}`);
  for (const hash of mangled) {
    await follow("lq?base=output&city=aomori&view=table");
    assert.equal((await state(page, "lq")).base, "output");
    await page.evaluate(() => scrollTo(0, 0));
    await follow(hash);
    const { base, city, view } = await state(page, "lq");
    assert.deepEqual([base, city, view], ["employees", "hirosaki", "dots"], hash);
    assert.ok((await page.evaluate(() => scrollY)) > 0, `${hash} leads nowhere`);
  }
  // A bracket within a name is the name's.
  const industry = "サービス業（他に分類されないもの）";
  for (const end of ["", "。", " "]) {
    await follow(`lq?base=employees&industry=${industry}${end}`);
    assert.equal((await state(page, "lq")).industry, industry);
    await follow("lq?base=output");
  }
  await page.evaluate(() => scrollTo(0, 0));
  await follow("kpi）");
  assert.ok((await page.evaluate(() => Math.abs(document.getElementById("kpi").getBoundingClientRect().top))) < 800);
  assertClean();
  await close();
});
