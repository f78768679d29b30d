// Without a network, and from one build to the next: what has been visited stays, whole, until the reader takes the new.

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { first, folder, hashesOf, second } from "./lib/builds.mjs";
import { launch, openPage } from "./lib/browser.mjs";
import { kpi, lq, strategy } from "./lib/data.mjs";
import { DIST, serve } from "./lib/server.mjs";
import { answered, setAttributes, state, visibleText, widget } from "./lib/widgets.mjs";
import { assertOneBuild, buildOf, comes, controlled, kept, keptFiles, listen, look, news, visit } from "./lib/worker.mjs";

// What the browser itself says when it looks for a new version in vain: of a server that is gone, or goes while it answers.
const BROWSER = [/An unknown error occurred when fetching the script/, /ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/];
// What a page that is left takes with it.
const LEFT = [/net::ERR_ABORTED/];
const PREFIX = "/some/しごと/path";
let browser;

/** The worker is sought five seconds after the visit: here at once. */
function impatient() {
  const { setTimeout: wait } = globalThis;
  globalThis.setTimeout = (act, ms = 0, ...rest) => wait(act, ms === 5000 ? 0 : ms, ...rest);
}
before(async () => (browser = await launch()));
after(() => browser.close());

/** A served folder of its own, a page, and both gone afterwards. */
async function begin(t, { lay = first, options, ...server } = {}) {
  const { path, remove } = await folder();
  await lay(path);
  const served = await serve({ root: path, ...server });
  const opened = await openPage(browser, { reducedMotion: "reduce", viewport: { width: 1280, height: 800 }, ...options });
  await opened.page.context().addInitScript(impatient);
  t.after(async () => {
    await opened.close();
    await served.close();
    await remove();
  });
  return { ...opened, path, server: served, url: served.url };
}

/** Fails unless all three widgets show their data and answer. */
async function assertAlive(page) {
  const [text, cards] = [await visibleText(page, "lq"), await visibleText(page, "kpi")];
  for (const { industry } of lq.tables[0].rows) assert.ok(text.includes(industry), industry);
  for (const { name } of kpi.kpis) assert.ok(cards.replace(/\s/g, "").includes(name.replace(/\s/g, "")), name);
  await page.getByRole("button", { name: /^S-2/ }).click();
  assert.equal((await state(page, "swot")).select, "S-2");
}

test("after the first visit everything works without the server, from a sub-path too", async (t) => {
  const { page, server, url, assertClean } = await begin(t, { prefix: PREFIX });
  await visit(page, url);
  await controlled(page);
  await server.close();
  await visit(page);
  await assertAlive(page);
  await visit(page, `${url}index.html?from=mail#lq?base=employees&city=akita&view=quadrant`);
  await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "quadrant");
  assert.equal((await state(page, "lq")).city, "akita");
  await page.locator(".languages summary").click();
  await page.locator('.languages a[hreflang="en"]').click();
  await page.waitForFunction(() => document.documentElement.lang === "en" && document.querySelector("shigoto-kpi").state?.year);
  await setAttributes(page, "kpi", { year: "2030" });
  assert.match(await visibleText(page, "kpi"), /FY2030/);
  await visit(page, `${url}index.ja-easy.html`);
  await visit(page, `${url}embed.html?widget=lq`);
  for (const name of ["data/lq.csv", "data/kpi.json"]) {
    const text = await page.evaluate(async (at) => (await fetch(at)).text(), name);
    assert.equal(text, (await readFile(join(DIST, name), "utf8")).replace(/^\uFEFF/, ""), name);
  }
  // A page that is left while the notice's styles are on their way gives them up.
  assertClean([...BROWSER, ...LEFT]);
});

test("what was looked at before is kept too; what was not is only missing", async (t) => {
  const { page, server, url } = await begin(t);
  await visit(page, url);
  await controlled(page);
  const ask = (name) => page.evaluate((at) => fetch(at).then(({ status }) => status, () => "none"), name);
  assert.equal(await ask("figures/kpi-gauges.svg"), 200);
  await server.close();
  assert.equal(await ask("figures/kpi-gauges.svg"), 200);
  assert.equal(await ask("figures/swot-overview.svg"), "none");
});

test("a first visit takes five requests with the worker's script, and fetches nothing of it before the widgets are painted", async (t) => {
  const { page, server, url, assertClean } = await begin(t);
  const own = [];
  page.on("response", (response) => response.fromServiceWorker() || response.url().startsWith("data:") || own.push(response.url()));
  await visit(page, url);
  await controlled(page);
  await page.waitForFunction(() => document.querySelector("link[rel=manifest]"));
  await answered(page);
  assert.equal(own.length, 4, own.join("\n"));
  const paths = server.requests.map(({ path }) => path);
  assert.equal(paths.indexOf("/sw.js"), 4, "the fifth");
  const listed = JSON.parse(await readFile(join(DIST, "visit.json"), "utf8")).visit;
  const names = own.map((address) => new URL(address).pathname.slice(1) || "index.html");
  assert.deepEqual([...names, "sw.js"].sort(), [...listed].sort(), "what budgets weigh is what is loaded");
  assertClean();
});

test("it can be installed, and the manifest with its icons costs a visit nothing", async (t) => {
  const { page, context, server, url, assertClean } = await begin(t, { prefix: PREFIX });
  await visit(page, url);
  await page.waitForFunction(() => document.querySelector("link[rel=manifest]"));
  const from = server.requests.length;
  const cdp = await context.newCDPSession(page);
  const { data, errors } = await cdp.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { name, short_name: short, lang, display, icons, ...manifest } = JSON.parse(data);
  assert.deepEqual([name, short, lang, display], [strategy.title, "しごと創造戦略", "ja", "standalone"]);
  assert.deepEqual([manifest.start_url, manifest.scope], ["./", "./"]);
  const kinds = icons.map(({ sizes, type, purpose }) => `${purpose} ${sizes} ${type}`).sort();
  assert.deepEqual(kinds, ["any", "maskable"].flatMap((purpose) => [`${purpose} 192x192 image/png`, `${purpose} 512x512 image/png`, `${purpose} any image/svg+xml`]));
  const widths = await page.evaluate((all) => Promise.all(all.map(async ({ src }) => {
    const image = Object.assign(new Image(), { src });
    await image.decode();
    return image.naturalWidth;
  })), icons.filter(({ type }) => type === "image/png"));
  assert.deepEqual(widths, [192, 512, 192, 512]);
  const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
  assert.deepEqual(server.requests.slice(from), [], "the worker answers");
  assertClean();
});

test("a site that is altered on its way is not kept, and whoever looks for the reason finds it", async (t) => {
  const { context, page, url } = await begin(t, { pages: { "/glossary.html": "<!doctype html><title>optimised</title>" } });
  const lines = [];
  context.on("serviceworker", (worker) => worker.on("console", (message) => lines.push(`${message.type()} ${message.text()}`)));
  await visit(page, url);
  await page.evaluate(async () => {
    while (!(await navigator.serviceWorker.getRegistration())?.installing) await new Promise((done) => setTimeout(done, 20));
    while ((await navigator.serviceWorker.getRegistration())?.installing) await new Promise((done) => setTimeout(done, 20));
  });
  const own = lines.filter((line) => line.startsWith("warning"));
  assert.equal(own.length, 1, lines.join("\n"));
  assert.match(own[0], /glossary\.html/);
});

test("host pages, the frame and the page in one file register no worker", async (t) => {
  const host = '<!doctype html><html lang="ja"><title>市のページ</title><script type="module" src="/embed.js"></script><main data-deep-links><shigoto-kpi></shigoto-kpi></main>';
  const { page, server, url } = await begin(t, { pages: { "/host.html": host } });
  await writeFile(join(server.root, "standalone.html"), await readFile(join(DIST, "standalone.html")));
  await page.addInitScript(() => {
    globalThis.registered = [];
    globalThis.ServiceWorkerContainer.prototype.register = async (script) => void globalThis.registered.push(script);
    globalThis.requestIdleCallback = (act) => setTimeout(act);
    // No patience: the earlier of two waits ends first, however long it was to be.
    const { setTimeout: wait } = globalThis;
    globalThis.setTimeout = (act, ms = 0, ...rest) => wait(act, Math.min(ms, 50), ...rest);
  });
  for (const [name, count] of [["host.html", 0], ["embed.html?widget=kpi", 0], ["standalone.html", 0], ["index.html", 1]]) {
    await page.goto(url + name);
    await widget(page, "kpi").scrollIntoViewIfNeeded();
    await widget(page, "kpi").evaluate((element) => element.ready);
    await page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(() => setTimeout(done)), 50)));
    assert.equal(await page.evaluate(() => globalThis.registered.length), count, name);
  }
  assert.ok(!server.requests.some(({ path }) => path === "/sw.js"));
});

test("who saves data keeps what a visit needs, and the complete module once it has been asked for", async (t) => {
  const { page, server, url, assertClean } = await begin(t);
  const save = (saveData) => page.addInitScript((value) => Object.defineProperty(navigator, "connection", { configurable: true, value: { saveData: value } }), saveData);
  await save(true);
  await page.goto(url);
  await controlled(page);
  const files = await keptFiles(page);
  assert.deepEqual(files.filter((name) => /complete|^data|index\..+\.html|figures/.test(name)), []);
  assert.ok(!server.requests.some(({ path }) => /complete/.test(path)));
  await setAttributes(page, "lq", { view: "quadrant" });
  await widget(page, "lq").locator("h2").click();
  await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "quadrant");
  await comes(page, async () => (await (await caches.open((await caches.keys())[0])).keys()).some(({ url: kept }) => /complete.*wasm/.test(kept)));
  // Who saves no longer gets the rest, and no word of a new version: it is the same one.
  await save(false);
  await visit(page);
  await comes(page, async () => (await (await caches.open((await caches.keys())[0])).keys()).some(({ url: kept }) => /index\.en/.test(kept)));
  await comes(page, async () => /sw\.js$/.test((await navigator.serviceWorker.ready).active.scriptURL));
  await answered(page);
  assert.equal(await news(page).count(), 0);
  await server.close();
  await visit(page);
  assertClean(BROWSER);
});

test("parts, other origins, other methods and files that are not ours are left to the network", async (t) => {
  const elsewhere = await serve({ pages: { "/open.txt": { body: "open", type: "text/plain", headers: { "access-control-allow-origin": "*" } } } });
  t.after(() => elsewhere.close());
  const { page, server, url } = await begin(t, { csp: null, pages: { "/own.txt": { body: "theirs", type: "text/plain" } } });
  await visit(page, url);
  await controlled(page);
  const from = server.requests.length;
  await page.evaluate(async (other) => {
    await fetch("data/lq.csv", { headers: { range: "bytes=0-9" } });
    await fetch("data/lq.csv", { method: "POST" });
    await fetch("own.txt");
    await fetch(other, { mode: "no-cors" });
    await fetch("data/lq.csv");
  }, `${elsewhere.url}open.txt`);
  assert.deepEqual(server.requests.slice(from).map(({ method, path }) => `${method} ${path}`), ["GET /data/lq.csv", "POST /data/lq.csv", "GET /own.txt"]);
  assert.equal(elsewhere.requests.length, 1);
});

for (const when of ["from the start", "later"]) {
  test(`storage that is refused ${when} leaves the page as it was without`, async (t) => {
    const refuse = 'for (const name of ["open", "match", "has", "keys"]) CacheStorage.prototype[name] = async () => { throw new Error("refused"); };';
    const script = when === "later" ? `addEventListener("activate", () => { ${refuse} });` : refuse;
    const body = `${script}\n${await readFile(join(DIST, "sw.js"), "utf8")}`;
    const { page, server, url, assertClean } = await begin(t, { pages: { "/sw.js": { body, type: "text/javascript" } } });
    await visit(page, url);
    if (when === "later") await controlled(page);
    else await page.evaluate(async () => {
      const all = () => navigator.serviceWorker.getRegistration();
      while ((await all())?.installing || !globalThis.performance.getEntriesByType("mark").length) await new Promise((done) => setTimeout(done, 20));
    });
    const from = server.requests.length;
    await visit(page);
    await assertAlive(page);
    assert.ok(server.requests.slice(from).some(({ path }) => path === "/"), "the network answers");
    assertClean(LEFT);
  });
}

test("a new build is announced, taken when the reader says so, and never mixed with the old one", async (t) => {
  const { page, context, path, url, assertClean } = await begin(t);
  const heard = listen(page);
  await visit(page, url);
  await controlled(page);
  const [old, oldBuild] = [await hashesOf(path), await buildOf(page)];
  await second(path);
  const fresh = await hashesOf(path);
  const beside = await context.newPage();
  const heardBeside = listen(beside);
  await visit(beside, `${url}#lq?city=akita`);
  await look(page);
  await news(page).waitFor();
  assert.match(await page.locator("[role=status].newer").innerText(), /新しい版があります。\s*更新/);
  // Who reads it in another language, by the browser's own translation, is told too.
  await beside.evaluate(() => (document.documentElement.lang = "ko"));
  await news(beside).waitFor();
  // The old page goes on with what the server no longer has.
  await setAttributes(page, "lq", { view: "quadrant" });
  await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "quadrant");
  assert.equal(await buildOf(page), oldBuild);
  await assertOneBuild(page, heard, old);

  heard.forget();
  await Promise.all([page.waitForEvent("load"), news(page).click()]);
  await visit(page);
  assert.match(await page.locator("h1").innerText(), /^2 /);
  assert.notEqual(await buildOf(page), oldBuild);
  await setAttributes(page, "lq", { view: "quadrant" });
  await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "quadrant");
  await assertOneBuild(page, heard, fresh);

  // The page beside is still of the old build, and has what it needs; then nothing of it is left.
  assert.equal(await buildOf(beside), oldBuild);
  assert.equal((await kept(beside)).length, 2);
  await setAttributes(beside, "kpi", { view: "trajectory" });
  await beside.waitForFunction(() => document.querySelector("shigoto-kpi").state.view === "trajectory");
  await assertOneBuild(beside, heardBeside, old);
  await visit(beside);
  await visit(page);
  await comes(page, async () => (await caches.keys()).length === 1);
  assert.deepEqual(await kept(page), [await buildOf(page)]);
  assertClean(LEFT);
});

test("a new build that was not taken is there at the next navigation", async (t) => {
  const { page, path, server, url } = await begin(t);
  await visit(page, url);
  await controlled(page);
  await second(path);
  await look(page);
  await news(page).waitFor();
  await server.close();
  const heard = listen(page);
  await visit(page, `${url}index.html`);
  assert.match(await page.locator("h1").innerText(), /^2 /);
  await assertOneBuild(page, heard, await hashesOf(path));
  await comes(page, async () => (await caches.keys()).length === 1);
});

const spoiled = {
  "one file is missing": async (path, files) => rm(join(path, Object.keys(files).find((name) => /complete.*wasm/.test(name)))),
  "one file is still the old one": async (path) => writeFile(join(path, "index.en.html"), await readFile(join(DIST, "index.en.html"))),
  "one file is only half there": async (path, files) => {
    const name = Object.keys(files).find((one) => /widgets.*wasm/.test(one));
    await writeFile(join(path, name), (await readFile(join(path, name))).subarray(0, 50_000));
  },
};

for (const [what, spoil] of Object.entries(spoiled)) {
  test(`an upload in which ${what} leaves the old build in charge, until it is whole`, async (t) => {
    const { page, path, url } = await begin(t);
    await visit(page, url);
    await controlled(page);
    const [old, oldBuild] = [await hashesOf(path), await buildOf(page)];
    await second(path, spoil);
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise((done) => registration.addEventListener("updatefound", () => done(registration.installing), { once: true }));
      registration.update().catch(() => {});
      const worker = await found;
      return new Promise((done) => worker.addEventListener("statechange", () => done(worker.state)));
    });
    assert.equal(outcome, "redundant");
    const heard = listen(page);
    await visit(page);
    assert.equal(await buildOf(page), oldBuild);
    await setAttributes(page, "lq", { view: "quadrant" });
    await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "quadrant");
    await assertOneBuild(page, heard, old);
    assert.equal(await news(page).count(), 0);
    await second(path);
    // The browser's own look after the navigation may still be at the spoiled upload, and ours would join it.
    for (let turn = 0; turn < 10 && (await news(page).count()) === 0; turn += 1) {
      await look(page);
      await news(page).waitFor({ timeout: 6000 }).catch(() => {});
    }
    assert.equal(await news(page).count(), 1);
  });
}
