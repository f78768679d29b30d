// The kiosk's hands: what has to wait for the network or to stop the browser. What happens when is decided in the wasm.
import { Kiosk, kioskStopped } from "shigoto:glue";
import { content } from "./content.js";
import { bindings, loadComplete } from "./modules.js";
import { read } from "./own.js";
import { packOf } from "./packs.js";
import { fill, policy } from "./policy.js";

const elementOf = (kind) => document.querySelector(`shigoto-${kind}`);
const LOG = "shigoto-kiosk-log";
const LONGEST_LOG = 200;
// Newer data in force, and lying ready, by widget.
const inForce = new Map();
const ready = new Map();
let kiosk;

const remember = (line) => {
  try {
    const lines = [...recall(), line].slice(-LONGEST_LOG);
    localStorage.setItem(LOG, lines.join("\n"));
  } catch {}
};
const recall = () => {
  try {
    return (localStorage.getItem(LOG) ?? "").split("\n").filter(Boolean);
  } catch {
    return [];
  }
};

// Files a page names together with what is in them.
const namesIn = (html) => new Set(html.match(/[\w-]+-[0-9a-f]{16}[./][\w.-]+/g));
const ownFiles = namesIn(document.head.innerHTML);
const fetchWhole = async (url, cache, signal) => {
  const answer = await fetch(url, { cache, signal });
  if (!answer.ok) throw new Error(`${url} ${answer.status}`);
  return answer;
};

// For use without a network: the worker of the whole site. One file has none, nor has who refuses it.
const keeper = ownFiles.size ? navigator.serviceWorker : undefined;
// Without an answer the kiosk starts as it is delivered. The worker gives up earlier, and answers with the last ones it saw.
const LONGEST_WAIT = 3000;
const askSettings = async () => (await fetchWhole("kiosk.json", "no-store", AbortSignal.timeout?.(LONGEST_WAIT))).text();
const keep = async () => {
  // Asked for once more, so that the worker has seen them.
  keeper?.addEventListener("controllerchange", () => askSettings().catch(() => {}));
  const url = new URL("sw.js", document.baseURI).href;
  await keeper?.register(policy?.createScriptURL(url) ?? url);
};
// Where a worker answers, it brings a new version before it tells of it.
const updated = async () => {
  const registration = keeper?.controller && (await keeper.getRegistration());
  await registration?.update();
  const worker = registration?.installing;
  if (!worker) return;
  await new Promise((done) => {
    worker.addEventListener("statechange", () => ["activated", "redundant"].includes(worker.state) && done());
  });
};

// A new version is one whose page names other files. It counts once every one of them has come whole.
const checkVersion = async () => {
  // One file knows of no other.
  if (!ownFiles.size) return;
  await updated();
  const names = namesIn(await (await fetchWhole("kiosk.html", "no-store")).text());
  if (!names.size || [...names].every((name) => ownFiles.has(name))) return;
  await Promise.all([...names].map(async (name) => (await fetchWhole(name, "reload")).arrayBuffer()));
  kiosk.version();
};

// The answer may be too large, in another encoding, or no data at all: then it is refused, and the last stays.
const seen = new Map();
const checkData = async (address) => {
  const { name, text } = await read(new URL(address, document.baseURI));
  if (seen.get(address) === text) return;
  seen.set(address, text);
  ready.set(kiosk.offer(name, text), text);
};

const renew = async (kind) => {
  const element = elementOf(kind);
  await bindings.get(element)?.renew();
  if (inForce.has(kind)) await element.load(inForce.get(kind));
};

const take = async () => {
  for (const [kind, text] of ready) {
    inForce.set(kind, text);
    await elementOf(kind).load(text);
  }
  ready.clear();
};

// Gone for good with the page: only where the page can be had again.
const reload = async () => {
  if (location.protocol !== "file:") await fetchWhole(location.href, "no-store");
  location.reload();
};

const acts = { version: checkVersion, data: checkData, renew, take, reload, log: remember };
const ask = (what, value) => {
  Promise.resolve()
    .then(() => acts[what](value))
    .catch((error) => kiosk.note(`${what}: ${error?.message ?? error?.code ?? error}`));
};

const wake = () => {
  if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
};

// No menu and no way out of the page. Whoever sees little may zoom, and finds larger type in the bar.
const refuse = (event) => event.preventDefault();
for (const type of ["contextmenu", "dragstart", "dragover", "drop"]) addEventListener(type, refuse, true);
addEventListener(
  "click",
  (event) => {
    /** @type {any[]} */
    const path = event.composedPath();
    const link = path.find((node) => node.localName === "a" && node.hasAttribute("href"));
    if (link || path.some((node) => node.type === "file")) refuse(event);
    const hash = link?.getAttribute("href") ?? "";
    if (hash.startsWith("#")) kiosk?.follow(hash.slice(1));
  },
  true,
);
document.addEventListener("visibilitychange", wake);
// Only a new page forgets how far a visitor has zoomed.
history.scrollRestoration = "manual";
new MutationObserver(() => {
  if (document.body.dataset.mode === "loop" && visualViewport?.scale > 1.01) reload().catch(() => {});
}).observe(document.body, { attributeFilter: ["data-mode"] });

// Where the kiosk itself stops, only a new page helps; a few times, then what is shown stays.
const MOST_RESTARTS = 5;
const restart = () => {
  if (!kiosk || !kioskStopped()) return;
  const restarts = Number(sessionStorage.getItem("restarts")) + 1;
  sessionStorage.setItem("restarts", `${restarts}`);
  remember(`restart ${restarts}`);
  if (restarts <= MOST_RESTARTS) reload().catch(() => {});
};
// A fault is heard while the kiosk may still be at work: asked afterwards, it has come to its end. Where the widget said
// so itself, the scene is gone by then.
addEventListener("error", ({ message }) => {
  // Sizes that change once more within a frame are told in the next one.
  if (/^ResizeObserver loop/.test(message)) return;
  const turn = kiosk?.turn();
  setTimeout(() => {
    restart();
    if (kiosk && turn === kiosk.turn()) kiosk.fault(message);
  });
});
addEventListener("unhandledrejection", ({ reason }) => kiosk?.note(`${reason?.message ?? reason}`));

const start = async () => {
  const asked = location.protocol === "file:" ? "" : askSettings().catch(() => "");
  const module = await loadComplete();
  const packs = await Promise.all(content.languages.map((lang) => packOf(module, lang, content)));
  const settings = await asked;
  kiosk = new Kiosk(document.body, fill, ask, settings, [...new URLSearchParams(location.search)].flat(), recall().join("\n"), packs.map((pack) => pack.copy()));
  kiosk.start();
  wake();
  keep().catch(() => {});
};
start();
