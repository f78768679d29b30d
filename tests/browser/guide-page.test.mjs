// The guide as a page, in both languages: complete without scripts, accessible, nothing sticking out, no dead address.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { choose, opener, PAGES, plain, section } from "./lib/guide.mjs";
import { DIST, STRICT_CSP } from "./lib/server.mjs";
import { KINDS, site } from "./lib/widgets.mjs";

const shared = site();
const open = opener(shared);

for (const file of PAGES) {
  test(`${file} without scripts: an example of every kind for every widget, all explanations, nothing dead`, async () => {
    const { page, close } = await open({ file, javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    for (const kind of KINDS) {
      const element = await section(page, kind, "element").locator("pre:visible code").innerText();
      assert.match(element, new RegExp(`src="embed\\.js"[^]*<shigoto-${kind} [a-z]+="[^"]+"><a href="index(\\.en)?\\.html#${kind}\\?`));
      assert.match(await section(page, kind, "frame").locator("pre:visible code").innerText(), new RegExp(`src="embed\\.html\\?widget=${kind}&amp;`));
      assert.match(await section(page, kind, "picture").locator("pre:visible code").innerText(), /<img src="figures\//);
      assert.equal(await section(page, kind, "plain").locator("a:visible").getAttribute("href"), `plain/${kind}${file.includes(".en.") ? ".en" : ""}.html`);
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
    // The page's own: the preview brings what its element needs.
    const [links, ids] = await page.evaluate(() => [
      [...document.querySelectorAll("a, link, script")].map((one) => one.getAttribute("href") ?? one.getAttribute("src")),
      [...document.querySelectorAll("[id]")].map(({ id }) => `#${id}`),
    ]);
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
  // Who goes on does not wait for what the page they leave was loading.
  assertClean([/^request: .* net::ERR_ABORTED$/]);
  await close();
});
