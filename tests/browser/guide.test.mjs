// The embed guide: what is chosen shows in the preview and in the code, and the code works where it is pasted.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { painted } from "./lib/browser.mjs";
import { choose, code, opener, PAGES, plain, section } from "./lib/guide.mjs";
import { DIST, STRICT_CSP } from "./lib/server.mjs";
import { answered, radio, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const open = opener(shared);
const unescaped = (text) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

// What is no part of the state.
const LOOKS = ["theme", "lang"];

// Every attribute the form offers, away from its default.
const chosen = [
  ["swot", {}],
  ["swot", { select: "SO-2", theme: "contrast" }],
  ["lq", { base: "employees", city: "hirosaki", view: "dots" }],
  ["lq", { base: "establishments", reading: "reread", view: "table" }],
  ["kpi", { pillar: "3", year: "2031" }],
  ["kpi", { theme: "light" }],
  ["kpi", { pillar: "2", lang: "en" }],
];

for (const [kind, values] of chosen) {
  const attributes = Object.entries(values);
  test(`${kind} ${JSON.stringify(values)}: preview, code and addresses follow`, async () => {
    const { page, assertClean, close } = await open();
    await choose(page, kind, values);
    const own = attributes.filter(([name]) => !LOOKS.includes(name));
    // The complete module brings what only it has.
    if (values.view === "dots") await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "dots");
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
      for (const [name, value] of Object.entries(values)) if (!LOOKS.includes(name)) assert.equal(shown[name], value, name);
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
  await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "pairs");
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

test("what the guide says of a policy that allows less is true", async () => {
  const guide = await open();
  await choose(guide.page, "lq");
  const body = `<!doctype html><html lang="ja"><title>市のページ</title>${await code(guide.page, "lq", "element")}`;
  await guide.close();
  const without = (text) => ({ body, headers: { "content-security-policy": STRICT_CSP.replace(text, "") } });
  Object.assign(shared.server.pages, {
    "/no-wasm.html": without("'wasm-unsafe-eval'"),
    "/no-connect.html": without("connect-src 'self';"),
    "/no-script.html": without("script-src 'self' 'wasm-unsafe-eval';"),
  });
  const { page, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${shared.server.url}no-wasm.html`);
  await widget(page, "lq").locator(".widget.static").waitFor();
  assert.equal(await widget(page, "lq").locator("table:visible").count(), 3);
  assert.equal(await widget(page, "lq").locator(":is(.notice, button, select):visible").count(), await widget(page, "lq").locator("table button:visible").count());
  for (const name of ["no-connect", "no-script"]) {
    await page.goto(`${shared.server.url}${name}.html`, { waitUntil: "networkidle" });
    assert.ok(await widget(page, "lq").locator("> a").isVisible(), name);
  }
  await close();
});
