// What rules cannot check: languages told apart, what is heard instead of seen, how many steps a keyboard takes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { answered, KINDS, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const ROOTS = "shigoto-swot, shigoto-lq, shigoto-kpi";

/** Texts of a page, shadow trees included, that are Japanese by their letters and not by their language, or the other way round. */
const misspoken = (page, isJapanese) =>
  page.evaluate(
    ([roots, wanted]) => {
      const found = [];
      for (const root of [document, ...[...document.querySelectorAll(roots)].flatMap(({ shadowRoot }) => shadowRoot ?? [])]) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement;
          if (!parent || parent.closest("title, option, style, script, template, noscript, code, textarea")) continue;
          const isOwn = parent.closest("[lang]")?.lang.startsWith("ja") ?? wanted;
          if (/[ぁ-ゖァ-ヺ一-鿿]/.test(node.data) ? !isOwn : node.data.trim() === "English" && isOwn) found.push(node.data.trim());
        }
      }
      return found;
    },
    [ROOTS, isJapanese],
  );

test("what is in another language than the page says which", async () => {
  const { page, close } = await shared.open();
  for (const [path, lang] of [["index.html", "ja"], ["index.ja-easy.html", "ja-x-easy"], ["index.en.html", "en"], ["glossary.en.html", "en"], ["embed-guide.en.html", "en"], ["plain/lq.en.html", "en"], ["accessibility.en.html", "en"]]) {
    await page.goto(shared.server.url + path);
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    assert.deepEqual(await misspoken(page, lang.startsWith("ja")), [], path);
  }
  // At work, too: what is said later, and what a reader brings.
  await page.goto(`${shared.server.url}index.en.html`);
  await setAttributes(page, "lq", { industry: "農業" });
  await widget(page, "lq").locator(".panel h3").waitFor();
  await widget(page, "lq").evaluate((element) => element.load("base,industry,city,lq\r\noutput,りんご,弘前,2.5\r\noutput,米,弘前,0.5\r\n"));
  await answered(page);
  assert.match(await widget(page, "lq").locator(".sentence").innerText(), /りんご/);
  assert.deepEqual(await misspoken(page, false), []);
  await close();
});

test("quadrants are told apart without seeing them; a dot without a name is a numbered button", async () => {
  const { page, close } = await shared.open({ path: "index.ja-easy.html", widgets: ["lq"], viewport: { width: 320, height: 800 } });
  await setAttributes(page, "lq", { view: "quadrant" });
  const names = widget(page, "lq").locator(".names");
  await names.locator("button").first().waitFor();
  const lists = await names.evaluate((one) => [...one.querySelectorAll("ul")].map((list) => [list.previousElementSibling.localName, list.previousElementSibling.textContent, list.children.length]));
  assert.ok(lists.length > 1 && lists.every(([tag, text]) => tag === "h3" && text), JSON.stringify(lists));
  assert.equal(lists.reduce((sum, [, , count]) => sum + count, 0), 15);
  assert.ok(!(await names.innerText()).includes("×"));
  const missing = widget(page, "lq").locator(".missing button");
  const count = await missing.count();
  assert.ok(count > 0, "on this width some names have no room");
  const numbers = await names.locator(".number:not(.unseen) b").allInnerTexts();
  for (const number of numbers) assert.match(await missing.nth(Number(number) - 1).innerText(), new RegExp(`^${number.trim()}\\s`));
  // Every dot has its name or its number, or is at least told below.
  const seen = await names.evaluate((one) => [...one.querySelectorAll("li")].filter((item) => item.getBoundingClientRect().width > 1).length);
  const told = await missing.evaluateAll((all) => all.map(({ dataset }) => dataset.industry));
  assert.ok(seen + told.length >= 15, `${seen} seen, ${told.length} told`);
  await missing.last().click();
  await widget(page, "lq").locator(".panel h3").waitFor();
  assert.equal(await widget(page, "lq").evaluate((one) => one.state.industry), told.at(-1));
  assert.equal(await widget(page, "lq").locator(".legend").first().getAttribute("role"), "group", "its thresholds can be read");
  await close();
});

/** Where the focus is, out of shadow trees: kind of widget, and the element's code, text or tag. */
const at = (page) =>
  page.evaluate(() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return { code: one.dataset.code, text: one.textContent.trim(), tag: one.localName, why: one.matches("[data-why]"), description: one.getAttribute("aria-description") };
  });

test("the matrix is nine stops of the tab key, arrows lead on, the reasons are one step from the chosen node", async () => {
  const { page, close } = await shared.open({ widgets: ["swot"] });
  const stops = await widget(page, "swot").evaluate((element) => [...element.shadowRoot.querySelectorAll(".node")].filter((node) => node.tabIndex === 0).length);
  assert.equal(stops, 9);
  await widget(page, "swot").locator('[data-code="O-1"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector("shigoto-swot").shadowRoot.activeElement?.dataset.code === "O-2");
  await page.keyboard.press("Tab");
  assert.equal((await at(page)).code, "T-1");
  await page.keyboard.press("Shift+Tab");
  assert.equal((await at(page)).code, "O-2", "the list is entered where it was left");
  await page.keyboard.press("Enter");
  await answered(page);
  await page.keyboard.press("Tab");
  assert.ok((await at(page)).why, JSON.stringify(await at(page)));
  await page.keyboard.press("Enter");
  assert.equal((await at(page)).tag, "summary");
  // Who hears the reasons hears names, not codes alone.
  const reason = await widget(page, "swot").locator('.links li[data-from="O-2"]:visible b').first().innerText();
  assert.match(reason, /^O-2「.+」 → [A-Z]{2}-\d「.+」$/);
  await close();
});

test("without the complete module every node of the matrix is a stop of the tab key", async () => {
  const init = (page) => page.route(/shigoto-complete/, (route) => route.abort());
  const { page, close } = await shared.open({ widgets: ["swot"], init });
  await widget(page, "swot").locator('[data-code="O-1"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => [...document.querySelector("shigoto-swot").shadowRoot.querySelectorAll(".node")].every((node) => node.tabIndex === 0));
  await close();
});

test("the table goes on from the cell it was left at, and a cell says what its colour says", async () => {
  const { page, close } = await shared.open({ widgets: ["lq"] });
  const scroll = widget(page, "lq").locator(".sheet:not([hidden]) .scroll");
  await scroll.focus();
  const go = async (key) => {
    await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.matches("td, th, button, .scroll"));
    await answered(page);
    return at(page);
  };
  await go("ArrowDown");
  await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.matches("button"));
  await go("ArrowDown");
  const cell = await go("ArrowRight");
  assert.equal(cell.tag, "td");
  assert.match(cell.description, Number(cell.text) > 1.1 ? /全国より多い/ : Number(cell.text) < 0.9 ? /全国より少ない/ : /ほぼ同じ/);
  assert.match(await scroll.getAttribute("aria-label"), /Enter/);
  const next = await go("ArrowRight");
  await scroll.focus();
  assert.equal((await go("ArrowDown")).text, next.text);
  // What its buttons do is said besides their names.
  for (const [selector, words] of [["[data-sort]", /並べ替え/], ["tbody [data-detail]", /くわしい説明/]]) {
    const told = await widget(page, "lq").evaluate((element, chosen) => {
      const root = element.shadowRoot;
      return [...root.querySelectorAll(`.sheet ${chosen}`)].map((button) => root.getElementById(button.getAttribute("aria-describedby"))?.textContent);
    }, selector);
    assert.ok(told.length > 0 && told.every((text) => words.test(text)), `${selector}: ${told[0]}`);
  }
  await close();
});

test("no two disclosures have one name, no region lies in another of its name", async () => {
  const { page, close } = await shared.open();
  for (const view of ["table", "dots"]) {
    await setAttributes(page, "lq", { view });
    const tree = await page.locator("body").ariaSnapshot();
    const lines = tree.split("\n").map((line) => [line.search(/\S/), line.trim()]);
    const around = [];
    for (const [depth, line] of lines) {
      while (around.length && around.at(-1)[0] >= depth) around.pop();
      const [, region] = /^- region "(.*?)"/.exec(line) ?? [];
      if (region) {
        assert.ok(!around.some(([, name]) => name === region), region);
        around.push([depth, region]);
      }
    }
  }
  const names = await widget(page, "kpi").evaluate((element) => [...element.shadowRoot.querySelectorAll(".card summary")].map((one) => one.textContent.trim()));
  assert.equal(new Set(names).size, 16);
  assert.ok(names.every((name) => name.startsWith("説明と出典")), "the name begins with what is seen");
  await close();
});

test("what is pressed is 24 px wide and high, or stands in running text", async () => {
  for (const width of [320, 1280]) {
    const { page, close } = await shared.open({ viewport: { width, height: 800 } });
    for (const round of [{ lq: { view: "table" }, kpi: { view: "gauge" } }, { swot: { select: "O-1" }, lq: { view: "quadrant" }, kpi: { view: "bullet", kpi: "startups" } }, { lq: { view: "dots" } }]) {
      for (const [kind, attributes] of Object.entries(round)) await setAttributes(page, kind, attributes);
      await page.waitForFunction((view) => document.querySelector("shigoto-lq").state.view === view, round.lq.view);
      await answered(page);
      const small = await page.evaluate((roots) => {
        const all = [document, ...[...document.querySelectorAll(roots)].map(({ shadowRoot }) => shadowRoot)];
        const targets = all.flatMap((root) => [...root.querySelectorAll("a[href], button, summary, select, input:not([type=file])")]);
        return targets
          .filter((one) => one.checkVisibility() && !one.matches(".skip, .term, .steps a, p a, [data-why]") && !one.closest(".unseen"))
          .map((one) => [one.textContent.trim() || one.name, one.getBoundingClientRect()])
          .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
          .map(([text, box]) => `${text}: ${box.width} × ${box.height}`);
      }, ROOTS);
      assert.deepEqual(small, [], `${width} px, ${JSON.stringify(round)}`);
    }
    await close();
  }
});

test("the tab key goes through the whole page and out of it again, and back", async () => {
  const { page, close } = await shared.open();
  const name = async () => {
    const { tag, text } = await at(page);
    return `${tag} ${text.slice(0, 20)}`;
  };
  const there = [];
  while (there.length < 150) {
    await page.keyboard.press("Tab");
    if ((await at(page)).tag === "body") break;
    there.push(await name());
  }
  assert.equal(there[0], "a 本文へ移動");
  assert.ok(there.length > 40 && there.length < 150, `${there.length} stops`);
  await page.locator(".page-foot a").last().focus();
  const back = [await name()];
  while (back.length < there.length) {
    await page.keyboard.press("Shift+Tab");
    back.push(await name());
  }
  assert.deepEqual(back, there.toReversed(), "the way back is the way there");
  await close();
});

test("a phone on its side shows the same", async () => {
  const { page, close } = await shared.open({ viewport: { width: 390, height: 844 } });
  const words = () => page.evaluate((roots) => [...document.querySelectorAll(roots)].map(({ shadowRoot }) => [...shadowRoot.querySelectorAll("h2, h3, h4, .sentence, .node, dd")].filter((one) => one.checkVisibility()).map((one) => one.textContent.trim()).join("|")), ROOTS);
  const upright = await words();
  await page.setViewportSize({ width: 844, height: 390 });
  await answered(page);
  for (const [index, kind] of KINDS.entries()) assert.equal((await words())[index], upright[index], kind);
  await close();
});

test("the report is complete, sound and fits a phone", async () => {
  const { page, assertClean, close } = await shared.open({ path: "accessibility.html", widgets: [], viewport: { width: 320, height: 700 } });
  for (const colorScheme of ["light", "dark"]) {
    for (const file of ["accessibility.html", "accessibility.en.html"]) {
      await page.emulateMedia({ colorScheme });
      await page.goto(shared.server.url + file);
      assert.equal(await page.locator("tbody tr").count(), 55);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} sticks out`);
      assert.match(await page.locator("header").innerText(), /[0-9a-f]{16}/, "the build is named");
      for (const one of await page.locator("details").all()) await one.evaluate((details) => (details.open = true));
      assertClean();
      assert.deepEqual(await accessibilityViolations(page), [], file);
    }
  }
  await page.goto(`${shared.server.url}index.html`);
  await page.locator(".page-foot a[href='accessibility.html']").click();
  await page.waitForURL(/accessibility\.html$/);
  await page.goto(`${shared.server.url}embed-guide.en.html`);
  await page.locator("a[href='accessibility.en.html']").click();
  await page.waitForURL(/accessibility\.en\.html$/);
  await close();
});
