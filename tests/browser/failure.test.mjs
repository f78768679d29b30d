// When things go wrong: no wasm, no canvas, another path. The citizen keeps the complete text, and sees no error.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { lq } from "./lib/data.mjs";
import { serve, STRICT_CSP } from "./lib/server.mjs";
import { assertComplete } from "./lib/complete.mjs";
import { answered, KINDS, radio, setAttributes, site, visibleText, widget } from "./lib/widgets.mjs";

const shared = site();
const others = {};

before(async () => {
  others.noWasm = await serve({ csp: STRICT_CSP.replace(" 'wasm-unsafe-eval'", "") });
  others.noHash = await serve({ csp: STRICT_CSP.replace(/ 'sha256-[^']+'/g, "") });
  others.below = await serve({ prefix: "/city/しごと/2025" });
});
after(() => Promise.all(Object.values(others).map((server) => server.close())));

const listen = (page) =>
  page.addInitScript(() => {
    globalThis.errors = [];
    addEventListener("shigoto-error", ({ target, detail }) => globalThis.errors.push({ tag: target.localName, ...detail }));
  });
const errors = (page) => page.evaluate(() => globalThis.errors);

/** What the browser itself logs when it is refused something; anything else would be ours. */
const BROWSER = [/Failed to load resource/, /^request: .*wasm.* net::ERR_(FAILED|BLOCKED_BY_CLIENT)/, /^csp: script-src wasm-eval/, /Content.Security.Policy/];

const unsupported = {
  "the wasm is blocked": { init: (page) => page.route("**/*.wasm", (route) => route.abort()) },
  "its module is blocked": { init: (page) => page.route(/shigoto-widgets-[^/]*\.js$/, (route) => route.abort()), allowed: [/^request: .*\.js net::ERR_FAILED/] },
  "the answer is no wasm": { init: (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Sign in</h1>" })) },
  "the policy lacks 'wasm-unsafe-eval'": { server: "noWasm" },
};

for (const [what, { init, server, allowed = [] }] of Object.entries(unsupported)) {
  test(`${what}: the static content stays complete, and each widget says "unsupported"`, async () => {
    const { page, assertClean, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
    await listen(page);
    await init?.(page);
    await page.goto((others[server] ?? shared.server).url);
    await page.waitForFunction(() => globalThis.errors.length === 3);
    for (const { code, message, faults } of await errors(page)) {
      assert.deepEqual([code, typeof message, faults], ["unsupported", "string", []]);
    }
    await assertComplete(page);
    for (const kind of KINDS) {
      assert.equal(await widget(page, kind).locator(".notice:visible").count(), 0, "no error is shown to a citizen");
      assert.equal(await widget(page, kind).locator(".said").textContent(), "");
    }
    assertClean([...BROWSER, ...allowed]);
    await close();
  });
}

test("a policy that does not name the styles: they come from their file, and widgets work", async () => {
  const { page, problems, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await page.goto(others.noHash.url);
  const look = () =>
    page.evaluate(() => {
      const styled = (element, name) => getComputedStyle(element)[name];
      const widgets = [...document.querySelectorAll("main .place > *")].map(({ shadowRoot }) => styled(shadowRoot.querySelector(".widget > .toolbar"), "display"));
      return [styled(document.querySelector(".pages"), "display"), styled(document.querySelector(".hero"), "display"), ...widgets].join(" ");
    });
  await page.waitForFunction(() => [...document.querySelectorAll("main .place > *")].every(({ shadowRoot }) => shadowRoot.querySelector("link")?.sheet));
  assert.equal(await look(), "flex grid flex flex flex");
  await radio(page, "lq", "base", "employees").check({ force: true });
  assert.match(await visibleText(page, "lq"), /学術研究/);
  assert.deepEqual(problems.filter((problem) => !/style-src|Content.Security.Policy/.test(problem)), []);
  await close();
});

test("without the wasm, a phone gets the numbers too", async () => {
  const { page, close } = await shared.blank({ viewport: { width: 360, height: 740 } });
  await listen(page);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(shared.server.url);
  await page.waitForFunction(() => globalThis.errors.length === 3);
  await assertComplete(page);
  await close();
});

const broken = {
  null: () => (HTMLCanvasElement.prototype.getContext = () => null),
  throws: () =>
    (HTMLCanvasElement.prototype.getContext = () => {
      throw new Error("out of memory");
    }),
};

for (const [how, breakIt] of Object.entries(broken)) {
  test(`no canvas from the start (getContext ${how}): text stays, and it is said`, async () => {
    const { page, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
    await listen(page);
    await page.addInitScript(breakIt);
    await page.goto(shared.server.url);
    await page.waitForFunction(() => globalThis.errors.length >= 3);
    await assertComplete(page);
    await close();
  });

  test(`a draw that fails later (getContext ${how}) shows the text and a notice, never a blank box`, async () => {
    const { page, close } = await shared.open({ init: listen });
    await page.evaluate(breakIt);
    for (const [kind, attributes] of [["lq", { base: "employees" }], ["kpi", { year: "2030" }], ["swot", { select: "S-1" }]]) {
      await setAttributes(page, kind, attributes);
      const own = (await errors(page)).filter(({ tag }) => tag === `shigoto-${kind}`);
      assert.ok(own.length > 0, `${kind} says nothing`);
      const notice = widget(page, kind).locator(".notice:visible").filter({ hasText: /図/ });
      assert.equal(await notice.count(), 1, `${kind} shows no notice`);
      assert.equal(await widget(page, kind).locator("canvas:visible").count(), 0, `${kind} keeps a blank box`);
    }
    const employees = lq.tables.find(({ base }) => base === "employees");
    const text = await visibleText(page, "lq");
    for (const { industry } of employees.rows) assert.ok(text.includes(industry), industry);
    // The words keep working.
    await radio(page, "lq", "base", "output").check();
    await answered(page);
    assert.ok((await visibleText(page, "lq")).includes("水産業"));
    await close();
  });
}

test("a shape the canvas refuses with an exception costs the picture, not the widget", async () => {
  const { page, close } = await shared.open({ init: listen });
  await page.evaluate(() => {
    const fail = () => {
      throw new Error("lost");
    };
    for (const name of ["fillRect", "stroke", "fill", "arc", "moveTo", "clearRect"]) CanvasRenderingContext2D.prototype[name] = fail;
  });
  await setAttributes(page, "lq", { base: "employees" });
  assert.ok((await errors(page)).some(({ tag }) => tag === "shigoto-lq"), "lq says nothing");
  await setAttributes(page, "lq", { base: "output" });
  assert.ok((await visibleText(page, "lq")).includes("水産業"), "the words keep working");
  await close();
});

test("it works below a sub-path, and asks for nothing outside it", async () => {
  const { page, assertClean, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await page.goto(others.below.url);
  await page.waitForFunction(() => ["swot", "lq", "kpi"].every((kind) => performance.getEntriesByName(`shigoto-${kind}-painted`).length));
  assert.ok(others.below.requests.length >= 4);
  for (const { path, status } of others.below.requests) {
    assert.ok(path.startsWith("/city/しごと/2025/"), path);
    assert.equal(status, 200, path);
  }
  assertClean();
  await close();
});

test("wasm that stops in the middle takes only its own widget back to the static content, until it is started again", async () => {
  const { page, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await listen(page);
  await page.goto(shared.server.url);
  for (const kind of KINDS) await widget(page, kind).evaluate((element) => element.ready);
  // Whatever the browser throws at wasm where nothing can be thrown stops it as a panic would.
  await page.evaluate(() => {
    globalThis.measure = HTMLInputElement.prototype.__lookupGetter__("name");
    Object.defineProperty(HTMLInputElement.prototype, "name", { configurable: true, get: () => { throw new Error("out of luck"); } });
  });
  await radio(page, "lq", "base", "employees").dispatchEvent("change");
  await page.waitForFunction(() => globalThis.errors.length === 1);
  await page.evaluate(() => Object.defineProperty(HTMLInputElement.prototype, "name", { configurable: true, get: globalThis.measure }));
  const [{ tag, code }] = await errors(page);
  assert.deepEqual([tag, code], ["shigoto-lq", "panic"]);
  assert.equal(await widget(page, "lq").locator("table:visible").count(), lq.tables.length, "all that was switched is there");
  assert.ok(await widget(page, "lq").locator("[data-reload]").isVisible());
  await setAttributes(page, "kpi", { year: "2030" });
  assert.match(await visibleText(page, "kpi"), /2030年度/, "others go on");
  await widget(page, "lq").locator("[data-reload]").click();
  await radio(page, "lq", "base", "employees").check();
  await answered(page);
  assert.equal(await widget(page, "lq").locator("table:visible").count(), 1);
  assert.equal(await widget(page, "lq").getAttribute("base"), "employees");
  assert.ok(await widget(page, "lq").locator("[data-reload]").isHidden());
  await close();
});

/** Stops the wasm of the quotients as a panic would: the browser throws where nothing can be thrown. */
const stopLq = async (page) => {
  await page.evaluate(() => {
    globalThis.measure = HTMLInputElement.prototype.__lookupGetter__("name");
    Object.defineProperty(HTMLInputElement.prototype, "name", { configurable: true, get: () => { throw new Error("out of luck"); } });
  });
  await radio(page, "lq", "base", "employees").dispatchEvent("change");
  await page.evaluate(() => Object.defineProperty(HTMLInputElement.prototype, "name", { configurable: true, get: globalThis.measure }));
};

for (const [path, words, isComplete] of [["index.en.html", /^Start again$/, false], ["index.ja-easy.html", /いちど/, true]]) {
  test(`${path}: wasm that stops is found in the ${isComplete ? "complete" : "visit's"} module, told in its language, and started again`, async () => {
    const { page, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
    await listen(page);
    await page.goto(shared.server.url + path);
    for (const kind of KINDS) await widget(page, kind).evaluate((element) => element.ready);
    if (isComplete) await setAttributes(page, "lq", { view: "dots" });
    if (isComplete) await page.waitForFunction(() => document.querySelector("shigoto-lq").state.view === "dots");
    await stopLq(page);
    await page.waitForFunction(() => globalThis.errors.length > 0);
    assert.deepEqual((await errors(page)).map(({ tag, code }) => [tag, code]), [["shigoto-lq", "panic"]]);
    const reload = widget(page, "lq").locator("[data-reload]");
    assert.match(await reload.textContent(), words);
    assert.ok(await reload.isVisible());
    assert.notEqual(await widget(page, "lq").locator(".said").textContent(), "", "told to who cannot see it");
    await setAttributes(page, "kpi", { year: "2030" });
    assert.match(await visibleText(page, "kpi"), /2030/, "others go on");
    await reload.click();
    await radio(page, "lq", "base", "employees").check();
    await answered(page);
    assert.equal(await widget(page, "lq").getAttribute("base"), "employees");
    assert.ok(await reload.isHidden());
    await close();
  });
}

test("listeners of the page that throw in our events cost no widget anything", async () => {
  const init = async (page) => {
    await listen(page);
    await page.addInitScript(() => {
      for (const name of ["ready", "change", "painted", "error"]) {
        addEventListener(`shigoto-${name}`, () => {
          throw new Error(`the page's own, on ${name}`);
        });
      }
    });
  };
  const { page, problems, close } = await shared.open({ init });
  await setAttributes(page, "lq", { base: "employees" });
  await radio(page, "lq", "base", "establishments").check();
  await widget(page, "swot").locator('[data-code="S-1"]').click();
  await setAttributes(page, "kpi", { year: "2031" });
  await page.evaluate(() => new Promise((done) => setTimeout(() => setTimeout(done))));
  assert.ok(problems.filter((problem) => /the page's own, on change/.test(problem)).length >= 4, "they were thrown");
  assert.deepEqual(await errors(page), []);
  for (const kind of KINDS) assert.equal(await widget(page, kind).locator(".static, [data-reload]").count(), 0, kind);
  assert.equal(await widget(page, "lq").getAttribute("base"), "establishments");
  await close();
});

test("wasm that stops within a listener of another widget's event takes that one alone, though the other goes on", async () => {
  const { page, close } = await shared.open({ init: listen });
  await page.evaluate(() => {
    const name = HTMLInputElement.prototype.__lookupGetter__("name");
    document.querySelector("shigoto-swot").addEventListener("shigoto-change", () => {
      Object.defineProperty(HTMLInputElement.prototype, "name", { configurable: true, get: () => { throw new Error("out of luck"); } });
      const input = document.querySelector("shigoto-lq").shadowRoot.querySelector("input[name=base][value=employees]");
      input.dispatchEvent(new Event("change", { bubbles: true }));
      Object.defineProperty(HTMLInputElement.prototype, "name", { configurable: true, get: name });
    }, { once: true });
  });
  await setAttributes(page, "swot", { select: "S-1" });
  await page.waitForFunction(() => globalThis.errors.length > 0);
  assert.deepEqual((await errors(page)).map(({ tag, code }) => [tag, code]), [["shigoto-lq", "panic"]]);
  await setAttributes(page, "swot", { select: "O-1" });
  assert.equal(await widget(page, "swot").locator('[data-code="O-1"]').getAttribute("aria-pressed"), "true");
  await close();
});

test("a page that lets only another policy make HTML keeps the static content", async () => {
  const headers = { "content-security-policy": STRICT_CSP.replace("trusted-types shigoto", "trusted-types theirs") };
  shared.server.pages["/theirs.html"] = { body: await (await fetch(shared.server.url)).text(), headers };
  const { page, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await listen(page);
  await page.goto(`${shared.server.url}theirs.html`);
  await page.waitForFunction(() => globalThis.errors.length === 3);
  for (const { code } of await errors(page)) assert.equal(code, "unsupported");
  await assertComplete(page);
  await close();
});

test("the policy is one for two copies of the script, and makes no HTML and no address that runs", async () => {
  const { page, assertClean, close } = await shared.open();
  const made = await page.evaluate(async () => {
    const link = document.querySelector('link[rel="modulepreload"]')?.href ?? performance.getEntriesByType("resource").map(({ name }) => name).find((name) => /shigoto-widgets-[^/]*\.js$/.test(name));
    await import(`${link}?another`);
    const policy = globalThis[Symbol.for("shigoto")];
    const outcome = (act) => {
      try {
        return `${act()}`;
      } catch (error) {
        return error.name;
      }
    };
    return {
      html: ["<p>x</p>", '<p class="a" hidden>x &lt;script&gt;</p><br>', '<a href="./b.html?x=1#y">x</a>', '<b data-x=" onclick=x javascript:">y onerror=1</b>'].map((text) => outcome(() => policy.createHTML(text))),
      refused: ["<script>1</script>", "<img src=x onerror=alert(1)>", '<img src="x" onerror="alert(1)">', '<a href="javascript:alert(1)">', '<a href="java&#115;cript:1">', '<a href=" javascript:1">', "<svg/onload=alert(1)>", '<iframe srcdoc="x"></iframe>', '<b style="x">', '<form action="x">', '<button formaction="x">', "<base>", "<!--x-->"].filter((text) => outcome(() => policy.createHTML(text)) !== "TypeError"),
      urls: [new URL("sw.js", link).href, `${new URL("sw.js", link)}?small`].map((url) => outcome(() => policy.createScriptURL(url))),
      wrong: ["https://elsewhere/sw.js", new URL("x/sw.js", link).href, "data:text/javascript,1", `${location.origin}/sw.json`].filter((url) => outcome(() => policy.createScriptURL(url)) !== "TypeError"),
    };
  });
  assert.ok(made.html.every((text) => text.startsWith("<")), `${made.html}`);
  assert.deepEqual([made.refused, made.wrong], [[], []]);
  assert.ok(made.urls.every((url) => /\/sw\.js/.test(url)), `${made.urls}`);
  assertClean();
  await close();
});

test("without constructable style sheets all views and the menu work, dressed", async () => {
  const { page, assertClean, close } = await shared.open({ init: (page) => page.addInitScript(() => {
    const Sheet = globalThis.CSSStyleSheet;
    globalThis.CSSStyleSheet = function () {
      throw new TypeError("Illegal constructor");
    };
    globalThis.CSSStyleSheet.prototype = Sheet.prototype;
    delete ShadowRoot.prototype.adoptedStyleSheets;
  }) });
  const element = widget(page, "lq");
  await element.locator(".menu summary").click();
  await element.locator(".take").waitFor();
  assert.equal(await element.locator(".take").evaluate((group) => getComputedStyle(group).display), "grid");
  await setAttributes(page, "lq", { sort: "sector" });
  await element.locator("tr.group").first().waitFor();
  assert.equal(await element.evaluate((one) => one.shadowRoot.querySelectorAll("style").length), 1, "the tree's own");
  assertClean();
  await close();
});
