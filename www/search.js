// The page on which everything can be found: all entries stand in it, and what is typed leaves those that hold every word.
// Not a module once it is bundled, so that it also runs on file://.
import { folded } from "./folded.js";

(() => {
  const form = document.querySelector("[role=search]");
  const { q } = form.elements;
  const status = form.querySelector("[role=status]");
  // As it is written and as it is said.
  const wordsOf = (entry) => {
    const plain = entry.cloneNode(true);
    for (const reading of plain.querySelectorAll("rt, rp")) reading.remove();
    return folded(`${plain.textContent} ${entry.dataset.also ?? ""}`);
  };
  const groups = [...document.querySelectorAll(".found")].map((section) => ({
    section,
    count: section.querySelector("h2 small"),
    entries: [...section.querySelectorAll("li")].map((entry) => ({ entry, words: wordsOf(entry) })),
  }));

  const find = () => {
    const query = q.value.trim();
    const asked = folded(query).split(/\s+/);
    let all = 0;
    for (const { section, count, entries } of groups) {
      let found = 0;
      for (const { entry, words } of entries) {
        entry.hidden = !asked.every((word) => words.includes(word));
        if (!entry.hidden) found += 1;
      }
      section.hidden = !found;
      count.textContent = found;
      all += found;
    }
    const told = query && (all ? form.dataset.found : form.dataset.none);
    status.textContent = told.replace("{query}", () => query).replace("{count}", all);
    history.replaceState(null, "", query ? `#q=${encodeURIComponent(query)}` : location.pathname + location.search);
  };
  // An address as mail programs leave it may hold what is no encoding.
  const asked = () => {
    try {
      return decodeURIComponent(/^#q=(.*)/.exec(location.hash)?.[1] ?? "");
    } catch {
      return "";
    }
  };
  const follow = () => {
    const query = asked();
    if (query === q.value) return;
    q.value = query;
    find();
  };

  form.hidden = false;
  // While kana are turned into words there is no word yet.
  form.addEventListener("input", ({ isComposing }) => isComposing || find());
  form.addEventListener("compositionend", find);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.querySelector(".found:not([hidden]) li:not([hidden]) a")?.focus();
  });
  addEventListener("hashchange", follow);
  follow();
  // Who comes back finds the words that the browser has kept.
  if (q.value) find();
})();
