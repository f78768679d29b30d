// What a visitor takes home from a widget: link, code, table, picture. Part of the complete module.
import rules from "shigoto:takeaway.css";
import { download } from "./download.js";
import { dress } from "./dress.js";
import { ACCEPTED } from "./own.js";

// An open menu lies over what is below it: it shuts when the focus, or a press, goes elsewhere. Through a closed tree of
// the page its inside cannot be told from its outside but by where the pointer is.
let opened;
const shut = (isWithin) => {
  const menu = opened?.querySelector(".menu[open]");
  if (menu && !isWithin(menu)) menu.open = false;
};
addEventListener("pointerdown", (event) => shut((menu) => event.composedPath().includes(menu) || menu.matches(":hover")), true);
// To another window, or nowhere, it has not gone elsewhere.
const follow = ({ relatedTarget }) => relatedTarget && shut((menu) => menu.contains(relatedTarget));

// Fills the open menu. `hostOf` gives who is at work on the element now; `page` tells which elements the address follows.
export const offer = (element, hostOf, page) => {
  const root = element.shadowRoot;
  opened = root;
  root.addEventListener("focusout", follow);
  const host = hostOf();
  if (!host || root.querySelector(".take")) return;
  dress(root, rules);
  root.querySelector("input[type=file]").accept = ACCEPTED;
  const isPublic = /^http/.test(location.protocol);
  const group = host.offer(Boolean(navigator.share), isPublic);
  group.addEventListener("click", ({ target }) => {
    const what = target.closest("[data-take]")?.dataset.take;
    if (!what) return;
    // The menu's work is done: the focus goes back to where it was opened.
    root.querySelector(".menu").open = false;
    root.querySelector(".menu summary").focus();
    takes[what]({ element, host: hostOf(), link: linkTo(element, page) });
  });
};

// The address of what is shown. Where the page does not follow the element, only the page's own.
const linkTo = (element, { followed, read }) => {
  const kind = element.localName.slice("shigoto-".length);
  const pairs = read(element);
  // The year in force is this one only until April.
  const { year } = element.state;
  if (year && !pairs.some(([name]) => name === "year")) pairs.push(["year", year]);
  const query = `${new URLSearchParams(pairs)}`;
  const url = new URL(location.href);
  if (followed.includes(element)) url.hash = query ? `${kind}?${query}` : kind;
  // Our page for frames reads its own address.
  else if (/embed\.html$/.test(url.pathname) && url.searchParams.get("widget") === kind) url.search = `?widget=${kind}&${query}`;
  else return { url: url.href, isExact: false };
  return { url: url.href, isExact: true };
};

// Where the clipboard is refused, as on pages without https, the old way may still be open.
const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {}
  let isTaken = false;
  const give = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isTaken = true;
  };
  addEventListener("copy", give, true);
  document.execCommand("copy");
  removeEventListener("copy", give, true);
  return isTaken;
};

const saved = (host, blob, ending) => {
  const file = `${host.fileStem()}.${ending}`;
  download(blob, file);
  host.tell("file", file, self !== top && /^http/.test(location.protocol) ? location.href : undefined);
};

// More pixels than phones can hold are left out.
const mostPixels = 16e6;
const drawn = async (svg) => {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await new Promise((done, fail) => Object.assign(image, { onload: done, onerror: fail, src: url }));
    const scale = Math.min(2, Math.sqrt(mostPixels / (image.width * image.height)));
    const [width, height] = [image.width, image.height].map((side) => Math.round(side * scale));
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    canvas.getContext("2d").drawImage(image, 0, 0, width, height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    canvas.width = 0;
    if (!blob) throw new Error("no picture");
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
};

// In a frame as tall as its content the middle of the window may be out of sight: the dialog opens where it was asked for.
const bring = (dialog, control) => {
  if (parent === self) return;
  const { top } = control.getBoundingClientRect();
  Object.assign(dialog.style, { position: "absolute", insetBlock: "auto", marginBlock: "0", maxBlockSize: `${0.8 * screen.availHeight}px` });
  const lowest = document.documentElement.scrollHeight - dialog.offsetHeight - 8;
  dialog.style.top = `${Math.max(8, Math.min(top + scrollY, lowest))}px`;
  dialog.scrollIntoView({ block: "nearest", behavior: "instant" });
};

const showLink = ({ element, host, link }, { isCoded = false, isRefused = false }) => {
  const root = element.shadowRoot;
  const before = root.activeElement;
  const dialog = Object.assign(document.createElement("dialog"), { className: "take-link" });
  dialog.setAttribute("aria-labelledby", "take-title");
  root.append(dialog);
  host.showLink(dialog, link.url, link.isExact, isRefused, isCoded);
  // Escape shuts the dialog, and nothing behind it.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("click", async ({ target }) => {
    if (target === dialog || target.closest("[data-shut]")) return dialog.close();
    if (target.closest("[data-take]")) {
      const isTaken = await copied(link.url);
      if (!isTaken) dialog.querySelector("textarea").select();
      host.sayCopied(dialog.querySelector("[role=status]"), isTaken);
    }
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    before?.focus();
  });
  dialog.showModal();
  bring(dialog, before ?? root.querySelector(".menu"));
  if (isRefused) dialog.querySelector("textarea").select();
};

const copyLink = async (task) => {
  if (await copied(task.link.url)) task.host.tell("link", "");
  else showLink(task, { isRefused: true });
};

const takes = {
  share: async (task) => {
    const title = task.element.shadowRoot.querySelector("h2").textContent;
    try {
      await navigator.share({ title, url: task.link.url });
    } catch (error) {
      // Who thought better of it needs no other way.
      if (error.name !== "AbortError") await copyLink(task);
    }
  },
  link: copyLink,
  qr: (task) => showLink(task, { isCoded: true }),
  table: async ({ host, link }) => host.tell((await copied(host.cells(false, link.url))) ? "table" : "table-refused", ""),
  csv: ({ host, link }) => saved(host, new Blob([host.cells(true, link.url)], { type: "text/csv;charset=utf-8" }), "csv"),
  svg: ({ host }) => saved(host, new Blob([host.svg()], { type: "image/svg+xml" }), "svg"),
  png: async ({ host }) => {
    try {
      saved(host, await drawn(host.svg()), "png");
    } catch {
      host.tell("failed", "");
    }
  },
};
