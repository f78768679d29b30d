// The embed guide: what is chosen in the form goes into the preview and into the code. Not a module, so that it also
// runs on file://, where it can at least say what is missing.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const builder = one(".builder");
  const form = one("form", builder);
  const isFile = location.protocol === "file:";
  const base = isFile ? builder.dataset.placeholder : new URL("./", location.href).href;
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

  // What is chosen, by widget; `all` is what every widget has.
  const choices = { all: new Map() };
  for (const { value } of all("[name=widget]", form)) choices[value] = new Map();
  const kind = () => form.elements.widget.value;
  const chosen = () => [...choices[kind()], ...choices.all].filter(([, value]) => value);
  const choose = (select, value) => choices[select.closest("[data-for]").dataset.for].set(select.dataset.attribute, value);
  const selects = (on) => all(`[data-for="${on}"] select`, form);

  // The same as `fill` in src/markup/snippet.rs.
  const fill = (template) => {
    const attributes = chosen().map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
    const query = escaped(`${new URLSearchParams(chosen())}`);
    // An address of the page leads to a widget, not to its looks.
    const own = escaped(`${new URLSearchParams([...choices[kind()]].filter(([, value]) => value))}`);
    const values = { base, attributes, query: query && `&amp;${query}`, hash: `#${kind()}${own && `?${own}`}` };
    return template.replace(/\{(base|attributes|query|hash)\}/g, (_, name) => values[name]);
  };

  // The picture that fits most of what is chosen; one that asks for something else does not fit.
  const showPicture = (example) => {
    const own = new Map([...selects(kind()).map(({ dataset }) => [dataset.attribute, dataset.default]), ...chosen()]);
    const pictures = all("[data-when]", example).map((code) => [code.parentElement, [...new URLSearchParams(code.dataset.when)]]);
    const fitting = pictures.filter(([, when]) => when.every(([name, value]) => own.get(name) === value));
    const [best] = fitting.sort(([, a], [, b]) => b.length - a.length)[0] ?? pictures[0];
    for (const [pre] of pictures) pre.hidden = pre !== best;
  };

  let latest = 0;
  const showPlain = async (snippet) => {
    const link = one("[data-plain]", snippet);
    const area = one("textarea", snippet);
    const turn = ++latest;
    const status = one("[role=status]", snippet);
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw answer.status;
      const text = await answer.text();
      if (turn !== latest) return;
      // Quotation marks within texts are escaped: these begin the addresses.
      area.value = text.slice(text.indexOf("<body>") + 6, text.lastIndexOf("</body>")).replaceAll('"../', `"${base}`);
      for (const node of [area, one("[data-copy]", snippet)]) node.hidden = false;
      status.textContent = "";
    } catch {
      area.hidden = true;
      status.textContent = status.dataset.failed;
    }
  };

  const linkPlain = (example) => {
    const link = one("[data-plain]", example);
    const select = selects(kind()).find(({ dataset }) => dataset.attribute === link.dataset.part);
    const part = select && (choices[kind()].get(select.dataset.attribute) || select.dataset.default);
    const file = part && part !== "all" ? `${kind()}-${part}` : kind();
    const address = `plain/${file}${link.dataset.plain}`;
    if (link.getAttribute("href") === address) return;
    link.setAttribute("href", address);
    const snippet = link.closest(".snippet");
    if (!one("textarea", snippet).hidden) showPlain(snippet);
  };

  const writeCode = () => {
    for (const example of all(".example")) {
      example.hidden = example.dataset.widget !== kind();
      if (example.hidden) continue;
      for (const code of all("[data-template]", example)) code.textContent = fill(code.dataset.template);
      showPicture(example);
      linkPlain(example);
      for (const status of all("[role=status]", example)) status.textContent = "";
    }
  };

  // The preview is the element itself. What the form does to it is no news to the form.
  const preview = one(".preview", builder);
  let isLeading = false;
  let told = {};
  const showPreview = () => {
    const tag = `shigoto-${kind()}`;
    let element = one(tag, preview);
    isLeading = true;
    if (!element) {
      element = document.createElement(tag);
      preview.replaceChildren(element);
    }
    for (const select of [...selects(kind()), ...selects("all")]) {
      const { attribute } = select.dataset;
      if (select.value) element.setAttribute(attribute, select.value);
      else element.removeAttribute(attribute);
    }
    // The element answers in a microtask.
    setTimeout(() => {
      isLeading = false;
    });
  };
  const follow = ({ type, target, detail }) => {
    const changed = Object.keys(detail).filter((name) => told[name] !== detail[name]);
    told = { ...detail };
    if (type === "shigoto-ready" || isLeading) return;
    for (const name of changed) {
      // What the width decides stands in the state, but in no attribute.
      const value = target.getAttribute(name) ?? "";
      const select = selects(kind()).find(({ dataset }) => dataset.attribute === name);
      const news = value === select?.dataset.default ? "" : value;
      choices[kind()].set(name, news);
      if (select) select.value = news;
    }
    writeCode();
  };

  const show = () => {
    for (const fields of all("[data-for]", form)) fields.hidden = ![kind(), "all"].includes(fields.dataset.for);
    writeCode();
    if (!isFile) showPreview();
  };

  const copy = async (snippet) => {
    const area = one("textarea", snippet);
    const code = all("pre:not([hidden]) code", snippet)[0];
    const status = one("[role=status]", snippet);
    // The same words again are news only after none.
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(area ? area.value : code.textContent);
      status.textContent = status.dataset.copied;
    } catch {
      if (area) area.select();
      else getSelection().selectAllChildren(code);
      status.textContent = status.dataset.selected;
    }
  };

  form.addEventListener("change", ({ target }) => {
    if (target.dataset.attribute) choose(target, target.value);
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("click", ({ target }) => {
    const snippet = target.closest?.(".snippet");
    if (target.matches?.("[data-copy]")) copy(snippet);
    if (target.matches?.("[data-show]")) showPlain(snippet);
  });
  for (const type of ["shigoto-ready", "shigoto-change"]) preview.addEventListener(type, follow);

  builder.hidden = false;
  one(".without").hidden = true;
  for (const button of all("[data-copy]")) button.hidden = Boolean(one("textarea", button.closest(".snippet")));
  for (const button of all("[data-show]")) button.hidden = isFile;
  one(".unknown-address").hidden = one(".no-preview").hidden = !isFile;
  for (const part of all(".preview, .builder .note")) part.hidden = isFile;
  // A browser that comes back to the page may have kept what was chosen.
  for (const select of all("select", form)) choose(select, select.value);
  show();
  if (!isFile) import(new URL("./embed.js", location.href).href);
})();
