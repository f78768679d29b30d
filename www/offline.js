// On our own pages, once a service worker answers for them: it brings this file, so that a first visit does not load it.
const worker = navigator.serviceWorker;
const here = (name) => new URL(name, import.meta.url).href;
const link = (rel, href) => document.head.append(Object.assign(document.createElement("link"), { rel, href }));
// A browser fetches a manifest with the page, and an icon with it: now both come from the worker.
link("manifest", here("manifest.webmanifest"));
link("stylesheet", here(STYLE));

// There before its words, so that they are read out.
const line = Object.assign(document.createElement("div"), { className: "newer", role: "status" });
document.body.append(line);
const announce = ({ data: texts }) => {
  if (line.firstChild) return;
  // A browser that translates the page tells its own language.
  const [news, act] = texts[document.documentElement.lang] ?? texts.ja;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: act });
  button.addEventListener("click", () => location.reload());
  line.append(news, button);
};

// The worker compares builds: it answers only a page of another one.
const { build } = document.querySelector("[data-build]").dataset;
const tell = () => worker.controller?.postMessage(build);
worker.addEventListener("message", announce);
worker.addEventListener("controllerchange", tell);
tell();

// A page that stays open for days looks for a new version when it is looked at again.
const rest = 36e5;
let last = Date.now();
document.addEventListener("visibilitychange", async () => {
  if (document.hidden || Date.now() - last < rest) return;
  last = Date.now();
  await (await worker.getRegistration())?.update().catch(() => {});
});
