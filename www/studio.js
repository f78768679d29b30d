// The workshop's page: hands what is brought to the wasm, shows what it says, and lets the widgets show the content as it
// now is. Nothing is sent, and nothing is kept. Not a module once it is bundled, so that it also runs on file://.
import { Studio } from "shigoto:glue";
import { kit, openOwn } from "./wasm-studio.js";
import { Binding } from "./binding.js";
import { content } from "./content.js";
import { download } from "./download.js";
import { define } from "./elements.js";
import { read } from "./own.js";
import { packs } from "./packs.js";
import { fill } from "./policy.js";

(() => {
  const LARGEST_BYTES = 1e8;
  const main = document.querySelector("main");
  const one = (selector) => main.querySelector(selector);
  const [seen, faults, preview, saved] = ["[data-seen]", "[data-faults]", "[data-preview]", "[data-saved]"].map(one);
  const [diff, sum, reason] = ["[data-diff]", "[data-sum]", "[data-reason]"].map(one);
  const year = () => {
    const now = new Date();
    return now.getFullYear() - (now.getMonth() < 3 ? 1 : 0);
  };
  /** @type {import("shigoto:glue").Studio} */
  let studio;
  // A table that is not published here is shown by its widget as its own reader takes it.
  let foreign;

  // The widget as it will be: its tree and its pack stand in for what a site has in files.
  const show = () => {
    const [lang, width, kind] = ["lang", "width", "widget"].map((name) => one(`[name=${name}]`).value);
    packs.clear();
    for (const old of document.querySelectorAll("template[data-pack]")) old.remove();
    for (const [name, text] of [[`complete.${lang}.pack`, studio.pack(lang)], [`${kind}.${lang}.html`, studio.tree(kind, lang, year())]]) {
      const template = document.createElement("template");
      template.dataset.pack = name;
      template.content.append(text);
      document.body.append(template);
    }
    const element = document.createElement(`shigoto-${kind}`);
    element.setAttribute("lang", lang);
    // The page has a choice of languages, and one place for files.
    element.dataset.page = "";
    const withoutFile = () => element.shadowRoot?.querySelector(".file")?.remove();
    preview.style.maxWidth = width && `${width}px`;
    preview.replaceChildren(element);
    const own = /** @type {any} */ (element);
    own.ready.then(withoutFile);
    // It is looked at, wherever the window stands: nothing that is empty comes near it in WebKit.
    own.upgrade();
    if (foreign) own.load(foreign).then(withoutFile, withoutFile);
  };

  const state = (isTaken) => {
    fill(seen, studio.seen());
    fill(faults, studio.faults());
    main.dataset.state = isTaken ? "ready" : "faults";
    fill(sum, studio.sum());
    fill(diff, studio.changes());
    reason.hidden = !studio.needsReason;
    one("[data-undo]").disabled = !studio.hasChanged;
    if (isTaken) show();
    seen.focus({ preventScroll: true });
    seen.scrollIntoView({ block: "nearest" });
  };

  // A widget is chosen that shows what has come.
  const turnTo = (kind) => {
    if (kind) one("[name=widget]").value = kind;
  };

  const take = (name, text) => {
    const isTaken = studio.take(name, text);
    foreign = isTaken && studio.isForeign ? text : undefined;
    if (isTaken) turnTo(studio.kind);
    state(isTaken);
  };

  const refuse = (code, name) => {
    studio.refuse(code, name);
    state(false);
  };

  const bring = async (file) => {
    const { name } = file;
    if (file.size > LARGEST_BYTES) return refuse("too-large", name);
    let start;
    try {
      start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    } catch {
      return refuse("unreachable", name);
    }
    // An archive, also a workbook.
    if (start[0] === 0x50 && start[1] === 0x4b) {
      const isTaken = studio.takePacked(name, new Uint8Array(await file.arrayBuffer()));
      foreign = undefined;
      if (isTaken) turnTo(studio.kind);
      return state(isTaken);
    }
    // A page that was saved here is larger than any table.
    if (start[0] === 0x3c) return take(name, await file.text());
    try {
      take(name, (await read(file)).text);
    } catch ({ code }) {
      refuse(code, name);
    }
  };
  const bringAll = async (files) => {
    for (const file of files) await bring(file);
  };

  const files = { site: "site.zip", page: "standalone.html", data: "data.zip" };
  const make = async (what) => {
    const why = one("[name=reason]");
    if (studio.needsReason && !why.value.trim()) {
      saved.textContent = studio.say("reason", []);
      why.ariaInvalid = "true";
      why.focus();
      return;
    }
    why.ariaInvalid = null;
    saved.textContent = studio.say("saving", []);
    // The line is painted before the page is at work.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    try {
      const now = new Date();
      const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
      const bytes = studio.save(what, why.value.trim(), day, year());
      download(new Blob([bytes]), files[what]);
      saved.textContent = studio.say("saved", ["file", files[what], "size", `${Math.ceil(bytes.length / 1000)}`]);
    } catch (error) {
      saved.textContent = studio.say("not-saved", ["why", error.message ?? `${error}`]);
    }
  };

  const listen = () => {
    const input = one("[type=file]");
    input.addEventListener("change", async () => {
      await bringAll([...input.files]);
      // The same file, changed meanwhile, is another one.
      input.value = "";
    });
    for (const type of ["dragover", "drop"]) {
      addEventListener(type, (/** @type {DragEvent} */ event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        if (type === "drop") bringAll([...event.dataTransfer.files]);
      });
    }
    main.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      const value = (name) => /** @type {any} */ (form.elements.namedItem(name)).value;
      if (form.matches("[data-reading]")) {
        const isTaken = studio.addReading(value("kpi"), value("period"), value("value"), value("source"), value("note"));
        foreign = undefined;
        turnTo("kpi");
        state(isTaken);
      } else if (form.matches("[data-pasted]")) take(studio.say("pasted", []), value("paste"));
      else if (form.matches("[data-find]")) fill(one("[data-hits]"), studio.find(value("q")));
      else {
        const others = [...form.elements].filter((field) => field.matches("textarea:not([name=text])"));
        const isTaken = studio.correct(Number(form.dataset.correct), value("text"), others.flatMap((/** @type {any} */ field) => [field.name, field.value]));
        state(isTaken);
      }
    });
    // Cells that come all at once are whole; who types goes on, and presses the button.
    let typed = 0;
    one("[name=paste]").addEventListener("input", (/** @type {InputEvent} */ { data, target }) => {
      const { value } = /** @type {HTMLTextAreaElement} */ (target);
      const grown = value.length - typed;
      typed = value.length;
      if (grown > 1 && /[\t,;\n]/.test(data ?? value)) take(studio.say("pasted", []), value);
    });
    main.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      if (button.matches("[data-save]")) make(button.dataset.save);
      if (button.matches("[data-form]")) download(new Blob([studio.form(button.dataset.form)]), button.dataset.form);
      if (button.matches("[data-undo]") && studio.undo()) {
        foreign = undefined;
        state(true);
        if (!studio.hasChanged) main.dataset.state = "empty";
      }
    });
    one(".preview").addEventListener("change", ({ target }) => target.matches("select") && show());
  };

  const start = async () => {
    try {
      await openOwn();
      const [wasm, archive] = await kit();
      studio = new Studio(document.querySelector("[data-content-files]").content.textContent, wasm, archive, main.dataset.lang);
      define(async () => ({ Binding }), content);
      one(".steps").hidden = false;
      listen();
      show();
      document.documentElement.dataset.workshop = "open";
    } catch (error) {
      console.error(error);
      one("[data-broken]").hidden = false;
    }
  };
  start();
})();
