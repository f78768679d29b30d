// Deep links: whatever the address says, only attributes of the widgets are set, and what is shown leads back to itself.
// node tests/fuzz/url.mjs [--cases N | --seconds S] [--seed N] [--replay FILE]

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import vm from "node:vm";
import { parseArgs } from "node:util";

const here = (path) => new URL(path, import.meta.url);
// Any widgets would do; these are the ones that the seeds link to.
const OWN = { swot: ["select"], lq: ["base", "city", "view", "sort", "industry", "reading", "with"], kpi: ["view", "group", "pillar", "kpi", "year"] };
const ATTRIBUTES = Object.fromEntries(Object.entries(OWN).map(([kind, names]) => [kind, ["lang", "theme", "src", ...names]]));
const KINDS = Object.keys(ATTRIBUTES);
// Both modules as one function: what they import of each other stands in it anyway, and of others they need nothing here.
const scripts = ["address", "page"].map((name) => readFileSync(here(`../../www/${name}.js`), "utf8"));
const source = `${scripts.join("").replace(/^import .*$/gm, "").replace(/^export /gm, "")}\nfollowLinks();`;
const GLOBALS = ["document", "history", "location", "addEventListener", "navigator", "setTimeout", "clearTimeout", "requestAnimationFrame", "KINDS"];
const follow = vm.compileFunction(source, GLOBALS);
const options = { cases: { type: "string" }, seconds: { type: "string" }, seed: { type: "string" }, replay: { type: "string" } };
const { values: told } = parseArgs({ options });

/** An element with attributes, and nothing else. */
function element(kind) {
  const attributes = new Map();
  return {
    localName: `shigoto-${kind}`,
    ready: new Promise(() => {}),
    constructor: { observedAttributes: ATTRIBUTES[kind] },
    attributes,
    getAttribute: (name) => attributes.get(name) ?? null,
    removeAttribute: (name) => attributes.delete(name),
    setAttribute(name, value) {
      assert.ok(ATTRIBUTES[kind].includes(name) && !/theme|src/.test(name), `${kind} is told ${name}`);
      assert.equal(typeof value, "string");
      attributes.set(name, value);
    },
  };
}

/** A page that was opened at an address: its elements, history and listeners. */
function opened(hash, state = null) {
  const page = { elements: Object.fromEntries(KINDS.map((kind) => [kind, element(kind)])), entries: [], listeners: {}, later: [] };
  const move = (next, _, address) => {
    page.history.state = next;
    if (address) page.location.hash = address;
    page.entries.push(address);
  };
  page.history = { state, pushState: move, replaceState: move };
  page.location = { hash };
  page.document = {
    readyState: "complete",
    querySelector: (selector) => (selector === "[data-deep-links]" ? {} : page.elements[selector.slice("shigoto-".length)] ?? null),
    getElementById: (id) => (KINDS.includes(id) ? { scrollIntoView() {} } : null),
  };
  const { document, history, location, listeners, later } = page;
  const addEventListener = (name, act) => (listeners[name] = act);
  const soon = (act, ms) => ms || later.push(act);
  follow(document, history, location, addEventListener, {}, soon, () => {}, soon, KINDS);
  return page;
}

const shown = ({ elements }) => KINDS.map((kind) => [...elements[kind].attributes].filter(([, value]) => value).sort());

/** What an address begins with, also where all its marks stand in percent signs. */
function plain(hash) {
  try {
    return decodeURIComponent(hash.slice(1)).trim();
  } catch {
    return hash.slice(1).trim();
  }
}

/** Checks an address; true when it has set anything. */
function check(hash) {
  const page = opened(hash);
  page.later.splice(0).forEach((act) => act());
  const told = KINDS.filter((kind) => page.elements[kind].attributes.size > 0);
  assert.ok(told.every((one) => plain(hash).startsWith(one)), `${told} follow a link to ${hash}`);
  if (!told.length) return false;
  const [kind] = told;
  const target = page.elements[kind];
  const before = shown(page);
  page.listeners["shigoto-change"]({ target });
  // The address is written behind the frame that shows the change.
  while (page.later.length) page.later.splice(0).forEach((act) => act());
  // The address that the widget now has leads to the same, and so does the history of it.
  assert.deepEqual(shown(opened(page.location.hash)), before);
  assert.deepEqual(shown(opened("", page.history.state)), before);
  target.setAttribute("lang", "en");
  page.listeners.popstate({ state: page.history.state });
  assert.deepEqual(shown(page), before);
  return true;
}

const seeds = readdirSync(here("seeds/url")).sort().map((name) => readFileSync(here(`seeds/url/${name}`), "utf8"));
const TOKENS = ["#", "?", "&", "=", "%", "%00", "%E3", "%ef%bf%bd", "+", "/", ":", "__proto__", "constructor", "lq", "kpi", "swot", "src", "theme", "lang", "onclick", "year", "sort", "view", "city", "青森", "\ud83d", "\0", " ", "'", '"', "<", "javascript:", "9".repeat(400)];

function dice(seed) {
  let state = BigInt.asUintN(64, BigInt(seed) * 0x9e3779b97f4a7c15n) | 1n;
  let [low, high] = [Number(state & 0xffffffffn) | 1, Number(state >> 32n) | 1];
  return (limit) => {
    low ^= low << 13; low ^= low >>> 17; low ^= low << 5;
    high = (Math.imul(high, 1664525) + 1013904223) | 0;
    return ((low ^ high) >>> 0) % Math.max(limit, 1);
  };
}

function mutated(pool, below) {
  let parts = pool[below(pool.length)].split(/(?<=[#?&=%:])|(?=[#?&=%:])/);
  for (let times = below(4); times >= 0; times -= 1) {
    const [one, two, token] = [below(parts.length), below(parts.length), TOKENS[below(TOKENS.length)]];
    const other = pool[below(pool.length)].split(/(?<=[#?&=%:])|(?=[#?&=%:])/);
    const act = below(6);
    if (act === 0) parts.splice(one, 1);
    else if (act === 1) parts.splice(one, 0, token);
    else if (act === 2) parts[one] = token;
    else if (act === 3) parts[one] = other[below(other.length)];
    else if (act === 4) [parts[one], parts[two]] = [parts[two], parts[one]];
    else parts[one] = (parts[one] ?? "").slice(below(8)) + String.fromCharCode(below(256));
  }
  const text = parts.join("").slice(0, 4096);
  return text.startsWith("#") || below(8) === 0 ? text : `#${text}`;
}

if (told.replay) {
  console.log(check(readFileSync(told.replay, "utf8")) ? "accepted" : "refused");
} else {
  const [start, pool, below] = [Date.now(), [...seeds], dice(told.seed ?? 1)];
  const isOver = told.seconds ? () => Date.now() - start >= told.seconds * 1000 : (count) => count >= Number(told.cases ?? 100_000);
  let [count, accepted, failed] = [0, 0, 0];
  while (!failed && !isOver(count)) {
    const hash = seeds[count] ?? mutated(pool, below);
    count += 1;
    try {
      const isAccepted = check(hash);
      accepted += Number(isAccepted);
      if (isAccepted && hash.length < 400 && below(8) === 0) pool[pool.length < 200 ? pool.length : seeds.length + below(200 - seeds.length)] = hash;
    } catch (error) {
      failed += 1;
      mkdirSync(here("../../target/fuzz-failures/"), { recursive: true });
      writeFileSync(here("../../target/fuzz-failures/url.txt"), hash);
      console.log(`       url: FAILED: ${error.message}\n            node tests/fuzz/url.mjs --replay target/fuzz-failures/url.txt`);
    }
  }
  if (!failed) console.log(`       url: ${count} cases, ${accepted} accepted, ${Math.round((Date.now() - start) / 1000)} s`);
  // Where nothing is accepted, or nothing refused, the properties hold of nothing.
  if (failed || !accepted || accepted === count) process.exitCode = 1;
}
