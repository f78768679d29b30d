// The embed guide: what is chosen shows in the preview and in the code, and the code works where it is pasted.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { accessibilityViolations } from "./lib/axe.mjs";
import { painted } from "./lib/browser.mjs";
import { actuals, amount, kpi, lq, printed, strategies, strategy, swotTexts } from "./lib/data.mjs";
import { DIST, STRICT_CSP } from "./lib/server.mjs";
import { answered, KINDS, radio, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const PAGES = ["embed-guide.html", "embed-guide.en.html"];
const squeeze = (text) => text.replace(/\s+/g, "");
const unescaped = (text) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const open = async ({ file = PAGES[0], ...options } = {}) => {
  const opened = await shared.blank({ viewport: { width: 1280, height: 800 }, ...options });
  await opened.page.goto(shared.server.url + file);
  return opened;
};

/** Chooses a widget and values by attribute, and returns when the preview shows them. */
async function choose(page, kind, values = {}) {
  await page.locator(`input[name=widget][value=${kind}]`).check();
  // The element draws when it comes near the viewport.
  await page.locator(".preview").scrollIntoViewIfNeeded();
  await painted(page, kind);
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`[data-for=${kind}], [data-for=all]`).locator(`select[data-attribute="${name}"]`).selectOption(value);
  }
  await answered(page);
}

const section = (page, kind, snippet) => page.locator(`.example[data-widget=${kind}] [data-snippet=${snippet}]`);
const code = (page, kind, snippet) => section(page, kind, snippet).locator("pre:not([hidden]) code").textContent();

/** The plain HTML, fetched by its button. */
async function plain(page, kind) {
  const own = section(page, kind, "plain");
  if (!(await own.locator("textarea").isVisible())) await own.locator("[data-show]").click();
  await own.locator("textarea").waitFor();
  const file = await own.locator("[data-plain]").getAttribute("href");
  const whole = readFileSync(join(DIST, file), "utf8");
  const wanted = squeeze(whole.slice(whole.indexOf("<body>") + 6, whole.lastIndexOf("</body>")));
  await page.waitForFunction(
    ([area, start]) => area.value.replace(/\s+/g, "").startsWith(start),
    [await own.locator("textarea").elementHandle(), wanted.slice(0, wanted.indexOf("../"))],
  );
  return own.locator("textarea").inputValue();
}

// Every attribute the form offers, away from its default.
const chosen = [
  ["swot", {}],
  ["swot", { select: "SO-2", theme: "contrast" }],
  ["lq", { base: "employees", city: "hirosaki", view: "dots" }],
  ["lq", { base: "establishments", reading: "reread", view: "table" }],
  ["kpi", { pillar: "3", year: "2031" }],
  ["kpi", { theme: "light" }],
];

for (const [kind, values] of chosen) {
  const attributes = Object.entries(values);
  test(`${kind} ${JSON.stringify(values)}: preview, code and addresses follow`, async () => {
    const { page, assertClean, close } = await open();
    await choose(page, kind, values);
    const own = attributes.filter(([name]) => name !== "theme");
    const shown = await state(page, kind);
    assert.deepEqual(Object.fromEntries(own.map(([name]) => [name, shown[name]])), Object.fromEntries(own));
    assert.equal(await page.locator(".preview > *").count(), 1);

    const base = shared.server.url;
    const written = attributes.map(([name, value]) => ` ${name}="${value}"`);
    const element = await code(page, kind, "element");
    const tag = element.match(/<shigoto-[^>]*>/)[0];
    assert.deepEqual(new Set(tag.slice(`<shigoto-${kind}`.length, -1).match(/ [^ ]+/g) ?? []), new Set(written));
    assert.ok(element.startsWith(`<script type="module" src="${base}embed.js"></script>\n`), element);
    const address = unescaped(element.match(/href="([^"]*)"/)[1]);
    assert.deepEqual(address.split("?")[0], `${base}index.html#${kind}`);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(address.split("?")[1])), Object.fromEntries(own));

    const frame = await code(page, kind, "frame");
    assert.ok(frame.startsWith(`<script type="module" src="${base}embed-host.js"></script>\n`), frame);
    const { searchParams, pathname } = new URL(unescaped(frame.match(/<iframe src="([^"]*)"/)[1]));
    assert.equal(pathname, "/embed.html");
    assert.deepEqual(Object.fromEntries(searchParams), { widget: kind, ...values });
    assertClean();
    await close();
  });

  test(`${kind} ${JSON.stringify(values)}: the pasted code works, without one violation of the policy`, async () => {
    const guide = await open();
    await choose(guide.page, kind, values);
    const [element, frame] = [await code(guide.page, kind, "element"), await code(guide.page, kind, "frame")];
    await guide.close();
    const page = (body) => `<!doctype html><html lang="ja"><title>市のページ</title><link rel="icon" href="data:,"><h1>市のページ</h1>${body}`;
    const headers = { "content-security-policy": `${STRICT_CSP}; frame-src 'self'` };
    Object.assign(shared.server.pages, { "/a.html": page(element), "/b.html": { body: page(frame), headers } });

    const host = await shared.blank({ viewport: { width: 1280, height: 800 } });
    await host.page.goto(`${shared.server.url}a.html`);
    await painted(host.page, kind);
    const expect = (shown) => {
      for (const [name, value] of Object.entries(values)) if (name !== "theme") assert.equal(shown[name], value, name);
    };
    expect(await state(host.page, kind));
    assert.equal(await widget(host.page, kind).getAttribute("theme"), values.theme ?? null);
    assert.equal(await widget(host.page, kind).locator("> a").isVisible(), false, "the link for readers without scripts");

    await host.page.goto(`${shared.server.url}b.html`);
    await host.page.waitForFunction(() => {
      const element = document.querySelector("iframe");
      const body = element.contentDocument?.querySelector("#main") && element.contentDocument.body;
      return body && Math.abs(element.clientHeight - Math.ceil(body.getBoundingClientRect().height)) <= 1;
    });
    const inner = host.page.frames()[1];
    await inner.waitForFunction((name) => performance.getEntriesByName(`shigoto-${name}-painted`)[0], kind);
    expect(await inner.locator(`shigoto-${kind}`).evaluate((one) => ({ ...one.state })));
    assert.equal(await inner.locator(`shigoto-${kind}`).getAttribute("theme"), values.theme ?? null);
    assert.ok(await host.page.locator("iframe").getAttribute("title"));
    host.assertClean();
    await host.close();
  });
}

test("what is changed inside the preview goes into form and code, what only the width decides does not", async () => {
  const { page, assertClean, close } = await open();
  await choose(page, "lq");
  await radio(page, "lq", "base", "employees").check();
  await widget(page, "lq").locator("select[name=city]").selectOption("akita");
  await answered(page);
  assert.match(await code(page, "lq", "element"), /<shigoto-lq base="employees" city="akita">/);
  assert.equal(await page.locator("[name=lq-base]").inputValue(), "employees");
  await widget(page, "lq").locator('[data-base="employees"] [data-sort="hirosaki"]').click();
  await answered(page);
  assert.match(await code(page, "lq", "element"), /<shigoto-lq base="employees" city="akita" sort="hirosaki:desc">/);
  await radio(page, "lq", "base", "output").check();
  await answered(page);
  assert.match(await code(page, "lq", "element"), /<shigoto-lq city="akita" sort="hirosaki:desc">/);

  await page.setViewportSize({ width: 400, height: 800 });
  await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "dots");
  await answered(page);
  assert.equal((await code(page, "lq", "element")).includes("view="), false);
  assert.equal(await page.locator("[name=lq-view]").inputValue(), "");

  await choose(page, "kpi");
  await radio(page, "kpi", "pillar", "4").check();
  await answered(page);
  assert.match(await code(page, "kpi", "element"), /<shigoto-kpi pillar="4"><a/);
  await choose(page, "lq");
  assert.match(await code(page, "lq", "element"), /<shigoto-lq city="akita" sort="hirosaki:desc">/);
  assertClean();
  await close();
});

/** The plain HTML pasted into a page that allows nothing at all, as rows of cells and as text. */
async function pasted(html) {
  shared.server.pages["/plain.html"] = {
    body: `<!doctype html><html lang="ja"><title>市のページ</title><h1>市のページ</h1>${html}`,
    headers: { "content-security-policy": "default-src 'none'; img-src data:" },
  };
  const { page, close } = await shared.blank();
  await page.goto(`${shared.server.url}plain.html`);
  const rows = await page.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  const captions = await page.locator("caption").allInnerTexts();
  const text = squeeze(await page.locator("body").innerText());
  const links = await page.locator("a").evaluateAll((all) => all.map((link) => link.href));
  const foreign = await page.locator("script, style, link, iframe, [style], [class], [id], [onload]").count();
  await close();
  assert.equal(foreign, 0, "anything a CMS would strip");
  assert.ok(text.includes(squeeze(`${strategy.publisher}「${strategy.title}」`)), "the source");
  return { rows, captions, text, links };
}

test("the plain HTML of the quotients holds every value of the chosen base, under its heading", async () => {
  const { page, assertClean, close } = await open();
  for (const { base, rows, title, warning } of lq.tables) {
    await choose(page, "lq", { base: base === "output" ? "" : base });
    const found = await pasted(await plain(page, "lq"));
    assert.deepEqual(found.rows, rows.map(({ industry, values }) => [industry, ...values.map(printed)]));
    assert.deepEqual(found.captions, [title]);
    assert.deepEqual(found.links, [`${shared.server.url}index.html#lq?base=${base}`]);
    assert.equal(found.text.includes("データについての注意"), Boolean(warning));
    if (warning) assert.ok(found.text.includes(squeeze(warning)));
  }
  assertClean();
  await close();
});

test("the plain HTML of the KPIs holds every value of the chosen pillar", async () => {
  const { page, assertClean, close } = await open();
  for (const pillar of ["", "1", "2", "3", "4", "5"]) {
    await choose(page, "kpi", { pillar });
    const found = await pasted(await plain(page, "kpi"));
    const own = kpi.kpis.filter(({ places }) => places[0].measure.startsWith(pillar));
    assert.equal(found.rows.length, own.length);
    for (const one of own) {
      const row = found.rows.find(([, name]) => name === one.name);
      assert.ok(row[2].startsWith(amount(one, one.baseline.value)) && row[2].includes(one.baseline.period), row[2]);
      assert.equal(row[3], amount(one, one.target.value));
      if (!actuals.length) assert.equal(row[4], "実績未公表");
      assert.ok(squeeze(row[5]).includes(squeeze(one.definition)), one.id);
    }
  }
  assertClean();
  await close();
});

test("the plain HTML of the SWOT analysis holds every factor, strategy and issue", async () => {
  const { page, assertClean, close } = await open();
  await choose(page, "swot");
  const { text, rows } = await pasted(await plain(page, "swot"));
  const missing = [...swotTexts()].filter(([, texts]) => texts.some((one) => !text.includes(squeeze(one)))).map(([key]) => key);
  assert.deepEqual(missing, []);
  assert.equal(rows.length, swotTexts().size);
  assert.ok(strategies.every(({ code: key, text: wording }) => rows.some(([name, , said]) => name === key && said.startsWith(wording))));
  assertClean();
  await close();
});

test("plain/lq.html holds all three tables", () => {
  const html = readFileSync(join(DIST, "plain/lq.html"), "utf8");
  assert.equal(html.match(/<td>/g).length, lq.tables.flatMap(({ rows }) => rows.flatMap(({ values }) => values)).length);
});

test("each picture shows at its size, with words", async () => {
  const { page, close } = await open();
  const wanted = [["swot", {}, "swot-overview"], ["swot", { select: "GX" }, "swot-GX"], ["swot", { select: "S-1" }, "swot-overview"]];
  for (const base of ["output", "establishments", "employees"]) {
    for (const [view, ending] of [["", ""], ["dots", "-dots"]]) wanted.push(["lq", { base: base === "output" ? "" : base, view }, `lq-${base}${ending}`]);
  }
  wanted.push(["kpi", { pillar: "" }, "kpi-gauges"]);
  for (const [kind, values, file] of wanted) {
    await choose(page, kind, values);
    const html = await code(page, kind, "picture");
    assert.ok(html.includes(`src="${shared.server.url}figures/${file}.svg"`), `${file}: ${html}`);
    shared.server.pages["/c.html"] = `<!doctype html><html lang="ja"><title>市のページ</title><link rel="icon" href="data:,">${html}`;
    const host = await shared.blank();
    await host.page.goto(`${shared.server.url}c.html`);
    const image = await host.page.locator("img").evaluate((one) => [one.alt.length > 20, one.naturalWidth === one.width, one.naturalHeight === one.height]);
    assert.deepEqual(image, [true, true, true], file);
    host.assertClean();
    await host.close();
  }
  await close();
});

test("copying puts the code on the clipboard and says so", async () => {
  const { page, context, assertClean, close } = await open();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose(page, "lq", { base: "employees" });
  for (const kind of ["element", "frame", "picture"]) {
    const own = section(page, "lq", kind);
    await own.locator("[data-copy]").click();
    await own.locator("[role=status]", { hasText: "コピーしました" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(page, "lq", kind));
  }
  const html = await plain(page, "lq");
  await section(page, "lq", "plain").locator("[data-copy]").click();
  await section(page, "lq", "plain").locator("[role=status]", { hasText: "コピーしました" }).waitFor();
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replaceAll("\r\n", "\n"), html);
  await page.locator("#policy [data-copy]").click();
  await page.locator("#policy [role=status]", { hasText: "コピーしました" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `Content-Security-Policy: ${STRICT_CSP}`);
  // What was said of the old code is no longer true of the new one.
  await choose(page, "lq", { base: "establishments" });
  assert.equal(await section(page, "lq", "element").locator("[role=status]").innerText(), "");
  assertClean();
  await close();
});

test("where copying is not allowed, the code is selected and the keys are told", async () => {
  const { page, assertClean, close } = await shared.blank();
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(shared.server.url + PAGES[0]);
  await choose(page, "kpi");
  const own = section(page, "kpi", "frame");
  await own.locator("[data-copy]").click();
  await own.locator("[role=status]", { hasText: "Ctrl+C" }).waitFor();
  assert.equal(await page.evaluate(() => getSelection().toString()), await code(page, "kpi", "frame"));
  const html = await plain(page, "kpi");
  await section(page, "kpi", "plain").locator("[data-copy]").click();
  await section(page, "kpi", "plain").locator("[role=status]", { hasText: "Ctrl+C" }).waitFor();
  const selected = await section(page, "kpi", "plain").locator("textarea").evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.equal(selected, html);
  assertClean();
  await close();
});

test("plain HTML that cannot be fetched is told", async () => {
  const { page, close } = await open();
  await choose(page, "lq");
  await page.route("**/plain/**", (route) => route.abort());
  await section(page, "lq", "plain").locator("[data-show]").click();
  await section(page, "lq", "plain").locator("[role=status]", { hasText: "読み込めません" }).waitFor();
  assert.equal(await section(page, "lq", "plain").locator("textarea").isVisible(), false);
  await close();
});

test("opened as a file, it says so and leaves a place for the address", async () => {
  const { page, assertClean, close } = await shared.blank();
  await page.goto(pathToFileURL(join(DIST, PAGES[0])).href);
  assert.ok(await page.locator(".unknown-address").isVisible());
  assert.ok(await page.locator(".no-preview").isVisible());
  assert.equal(await page.locator(".preview").isVisible(), false);
  await page.locator("input[name=widget][value=lq]").check();
  await page.locator("[name=lq-base]").selectOption("employees");
  assert.match(await code(page, "lq", "element"), /src="https:\/\/【.*】\/embed\.js".*\n<shigoto-lq base="employees">/);
  assert.equal(await section(page, "lq", "plain").locator("[data-show]").isVisible(), false);
  assertClean();
  await close();
});

for (const file of PAGES) {
  test(`${file} without scripts: an example of every kind for every widget, all explanations, nothing dead`, async () => {
    const { page, close } = await open({ file, javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    for (const kind of KINDS) {
      const element = await section(page, kind, "element").locator("pre:visible code").innerText();
      assert.match(element, new RegExp(`src="embed\\.js"[^]*<shigoto-${kind} [a-z]+="[^"]+"><a href="index\\.html#${kind}\\?`));
      assert.match(await section(page, kind, "frame").locator("pre:visible code").innerText(), new RegExp(`src="embed\\.html\\?widget=${kind}&amp;`));
      assert.match(await section(page, kind, "picture").locator("pre:visible code").innerText(), /<img src="figures\//);
      assert.equal(await section(page, kind, "plain").locator("a:visible").getAttribute("href"), `plain/${kind}.html`);
    }
    assert.equal(await page.locator(":is(button, input, select, textarea):visible").count(), 0);
    assert.ok(await page.locator(".without").first().isVisible());
    const directives = STRICT_CSP.split(";").map((one) => one.trim().split(" ")[0]);
    assert.deepEqual(await page.locator(".directives dt:visible").allInnerTexts(), directives);
    assert.ok((await page.locator("#policy pre:visible").innerText()).includes(STRICT_CSP));
    await close();
  });

  test(`${file}: every address in it leads somewhere`, async () => {
    const { page, close } = await open({ file });
    const links = await page.locator("a, link, script").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? one.getAttribute("src")));
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => `#${id}`));
    const lost = links.filter((link) => !link.startsWith("data:") && !(link.startsWith("#") ? ids.includes(link) : existsSync(join(DIST, link))));
    assert.deepEqual(lost, []);
    await close();
  });

  for (const [width, colorScheme] of [[360, "light"], [360, "dark"], [1280, "light"], [1280, "dark"]]) {
    test(`${file} at ${width} px, ${colorScheme}: axe finds nothing, nothing sticks out`, async () => {
      const { page, assertClean, close } = await open({ file, colorScheme, viewport: { width, height: 800 } });
      for (const kind of KINDS) {
        await choose(page, kind);
        await plain(page, kind);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(wide, 0, kind);
      }
      // axe-core itself brings a style of its own, which the policy refuses.
      assertClean();
      assert.deepEqual(await accessibilityViolations(page), []);
      await close();
    });
  }
}

test("the page leads to the guide, and the guide to the other language", async () => {
  const { page, assertClean, close } = await shared.blank();
  await page.goto(shared.server.url);
  await page.getByRole("link", { name: "このウィジェットを埋め込む" }).click();
  await page.getByRole("link", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.getByRole("link", { name: "日本語" }).click();
  assert.equal(new URL(page.url()).pathname, `/${PAGES[0]}`);
  assertClean();
  await close();
});
