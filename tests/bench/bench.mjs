// The benchmark: every contender by turns in one Chromium, one table at the end. `cargo xtask bench` calls it.
//
//   --runs N      rounds, 10 unless told; every contender once in each, in shuffled order
//   --large FILE  the synthetic table, in the form of data/lq.json; without it those rows stay empty
//   --only A,B    contenders by id, ours always among them
//   --readme      write the table into README.md between its markers

import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../browser/lib/browser.mjs";
import { filesOf } from "./lib/build.mjs";
import { CONTENDERS, METHOD } from "./lib/contenders.mjs";
import { longTable, shortTable, summarise } from "./lib/report.mjs";
import { serve } from "./lib/serve.mjs";
import { random, shuffled } from "./lib/stats.mjs";
import { largeVisit, plainVisit, SLOW, slowVisit, weighVisit } from "./lib/visit.mjs";

const SEED = 2025;
const MEMORY_ROUNDS = 3;
const ROOT = join(import.meta.dirname, "../..");
const RESULT = join(import.meta.dirname, "bench.json");
const MARKERS = ["<!-- bench: written by `cargo xtask bench --readme` -->", "<!-- /bench -->"];

const { values: options } = parseArgs({
  options: { runs: { type: "string", default: "10" }, large: { type: "string" }, only: { type: "string" }, readme: { type: "boolean" } },
});

async function main() {
  const only = options.only?.split(",");
  const contenders = CONTENDERS.filter(({ id }, at) => !at || !only || only.includes(id));
  const count = Number(options.runs);
  if (!(count >= 1)) throw new Error("--runs takes a number from 1");
  const large = options.large && (await readFile(options.large, "utf8"));
  const sites = Object.fromEntries(await Promise.all(contenders.map(async (one) => [one.id, await filesOf(one)])));
  const server = await serve(sites);
  const browser = await launch();
  try {
    const setting = { date: new Date().toISOString(), machine: machine(), browser: `Chromium ${browser.version()}`, load: loadavg()[0], rounds: count, slow: SLOW };
    const { rounds, refusals } = await measure(browser, server, contenders, count, large);
    await report({ setting, contenders, rounds, refusals });
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(browser, server, contenders, count, large) {
  const next = random(SEED);
  const weights = {};
  const refusals = {};
  // These also warm the browser up.
  for (const { id } of contenders) {
    tell(`weighing ${id}`);
    weights[id] = await weighVisit(browser, server, id);
  }
  const rounds = [];
  for (let round = 0; round < count; round += 1) {
    const samples = Object.fromEntries(contenders.map(({ id }) => [id, Object.fromEntries(Object.entries(weights[id]).map(([key, value]) => [key, [value]]))]));
    for (const visit of [plainVisit, slowVisit, large && largeVisit].filter(Boolean)) {
      for (const { id } of shuffled(contenders, next)) {
        tell(`round ${round + 1} of ${count}: ${visit.name} of ${id}`);
        if (visit !== largeVisit) Object.assign(samples[id], await visit(browser, server, id, round < MEMORY_ROUNDS));
        else if (!refusals[id]) {
          const { samples: own, refusal } = await largeVisit(browser, server, id, large);
          if (refusal) refusals[id] = refusal;
          Object.assign(samples[id], own);
        }
      }
    }
    rounds.push(samples);
  }
  tell("");
  return { rounds, refusals };
}

/** What is being done, in one line that the next one replaces; silent where nobody looks. */
function tell(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function machine() {
  const all = cpus();
  return `${all[0]?.model.trim()}, ${all.length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release().split("-")[0]}`;
}

async function report({ setting, contenders, rounds, refusals }) {
  const summary = summarise(rounds, contenders);
  const { latency, download, cpu } = setting.slow;
  const where = `${setting.date.slice(0, 10)}, ${setting.machine}, ${setting.browser}; rounds: ${setting.rounds}, by turns; ` +
    `load of the machine before: ${setting.load.toFixed(1)}. Slow: ${latency} ms before each answer, ${download} Mbit/s, CPU ${cpu} × slower.`;
  const refused = Object.entries(refusals).map(([id, reason]) => `${id}, 1,741 × 20: ${reason}`);
  const notes = contenders.map(({ name, notes: text }) => `${name}: ${text}`);
  console.log(`${where}\n\n${longTable(summary, contenders)}\n\nNot comparable, or to know:`);
  for (const line of [...METHOD, ...notes, ...refused]) console.log(`- ${line}`);
  await writeFile(RESULT, `${JSON.stringify({ ...setting, contenders, method: METHOD, refusals, summary, rounds }, undefined, 1)}\n`);
  console.log(`\nEvery sample: ${RESULT.slice(ROOT.length + 1)}`);
  if (options.readme) await writeReadme([where, "", shortTable(summary, contenders), "", ...METHOD.map((line) => `- ${line}`), ...notes.map((line) => `- ${line}.`)].join("\n"));
}

async function writeReadme(text) {
  const file = join(ROOT, "README.md");
  const old = await readFile(file, "utf8");
  const [start, end] = MARKERS.map((marker) => old.indexOf(marker));
  if (start < 0 || end < start) throw new Error(`README.md has no ${MARKERS.join(" … ")}`);
  await writeFile(file, `${old.slice(0, start + MARKERS[0].length)}\n${text}\n${old.slice(end)}`);
  console.log("README.md has the new table.");
}

await main();
