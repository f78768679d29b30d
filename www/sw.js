// Keeps the site for use without a network. The prerenderer (src/publish/offline.rs) puts `build` and
// `list` before this: the build's name, and that of the script which lists its files.
//
// Why no two builds are ever mixed:
// - A page names what it loads by content: scripts, wasm, styles and shadow trees have a hash in their names. Whatever
//   HTML a reader gets, the rest follows from it. So the question is only which HTML that is.
// - That HTML comes from here, before the network. Asking the network first would let a server in the middle of an
//   upload send a page whose other files are not there yet. A new build is announced to the reader (offline.js) within
//   the same visit, and is shown at the next navigation.
// - A build is one cache. Every file must have the hash that its list tells (the browser checks it), so that a server in
//   the middle of an upload, or one that alters files, cannot fill it. Only when it is complete, the worker takes over
//   at once: pages already open go on with the files they were made of, which stay until no page needs them.
// - Data, pictures and embed.js have lasting names: they come from the build in charge, never from two.
// The one other script that the worker runs is its own list of files: the policy makes no other address, whatever it is asked.
importScripts(self.trustedTypes?.createPolicy("shigoto", { createScriptURL: () => list }).createScriptURL("") ?? list);
// By name, the round in which a file is brought (0 always, 1 unless data are saved, 2 when it is asked for), and its hash;
// and what a page says of a newer version, by language.
const { files, settable, news } = self;
const scope = new URL("./", location);
// Another copy of the site may lie at another path of the same host.
const own = `shigoto ${scope.pathname} `;
const round = location.search ? 0 : 1;
// Answers hold for whoever asks: the browser has unpacked them.
const options = { ignoreVary: true };
const urlOf = (name) => new URL(name, scope).href;
const isHashed = (name) => /-[0-9a-f]{16}[./]/.test(name);
const opened = () => caches.open(own + build);

const bring = async (name, cache) => {
  // What is named by its content may be taken from the browser's own cache.
  const how = { integrity: files[name][1], cache: isHashed(name) ? "default" : "reload" };
  const answer = await fetch(urlOf(name), how);
  if (!answer.ok) throw answer.status;
  // Where a server has led elsewhere, a page could not be opened with the answer as it is.
  const whole = answer.redirected ? new Response(answer.body, answer) : answer;
  await cache.put(urlOf(name), whole.clone());
  return whole;
};

const install = async () => {
  const cache = await opened();
  // One after the other: the reader's own requests go first. What an earlier attempt has brought is there.
  for (const name of Object.keys(files)) {
    if (files[name][0] > round || (await cache.match(urlOf(name), options))) continue;
    await bring(name, cache).catch((error) => {
      console.warn(`Not kept offline: ${name} came altered. By a proxy or CDN?`, error);
      throw error;
    });
  }
  // The worker of before may have tidied in the meantime.
  if (!(await caches.has(own + build))) throw build;
  await self.skipWaiting();
};

// Pages that are of this build: they were opened with its HTML, or have told so.
const current = new Set();
const answer = async (name, { request, resultingClientId }) => {
  try {
    const cache = await opened();
    const kept = await (isHashed(name) ? caches : cache).match(urlOf(name), options);
    const found = kept ?? (files[name] && (await bring(name, cache)));
    if (found && resultingClientId) current.add(resultingClientId);
    if (found) return found;
  } catch {
    // Storage is refused or full, there is no network, or the server has another build.
  }
  return fetch(request);
};

// What an officer may change at any time: no build has it. The newest there is; the last one seen without a network, from
// one that does not answer, and where a page of apology comes in its place.
const settings = "kiosk.json";
const lasting = own + "settings";
const isSettings = (text) => {
  try {
    const names = Object.keys(JSON.parse(text));
    return /^\s*\{/.test(text) && (!names.length || names.some((name) => settable.includes(name)));
  } catch {
    return false;
  }
};
const newest = async (request) => {
  let fresh;
  let text = "<";
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout?.(2000) });
    if (answer.status < 500) text = await answer.clone().text();
    fresh = answer;
  } catch {}
  try {
    const cache = await caches.open(lasting);
    if (fresh?.ok && isSettings(text)) await cache.put(urlOf(settings), fresh.clone());
    else if (/^\s*</.test(text) && fresh?.status !== 404) return (await cache.match(urlOf(settings), options)) ?? fresh ?? Response.error();
  } catch {
    // Storage is refused or full.
  }
  return fresh ?? Response.error();
};

let isTidy = false;
const tidy = async () => {
  const pages = await clients.matchAll();
  const names = await caches.keys();
  if (registration.installing || pages.some(({ id }) => !current.has(id))) return;
  for (const name of names) if (name.startsWith(own) && name !== own + build && name !== lasting) await caches.delete(name);
  isTidy = true;
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  const { data, source } = event;
  if (data !== build) return source.postMessage(news);
  current.add(source.id);
  event.waitUntil(tidy());
});
addEventListener("fetch", (event) => {
  const { method, headers, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || headers.has("range") || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  const name = pathname.slice(scope.pathname.length) || "index.html";
  if (name === settings) event.respondWith(newest(event.request));
  else if (Object.hasOwn(files, name) || isHashed(name)) event.respondWith(answer(name, event));
  // Some pages of ours tell nothing; a kiosk may be the only one for years.
  if (!isTidy && current.has(event.clientId)) event.waitUntil(tidy().catch(() => {}));
});
