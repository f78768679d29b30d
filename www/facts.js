// Puts the numbers of the strategy to work over their static tree. On their own page every figure stays where it is: what is
// asked for comes into view and is marked. Elsewhere the figure asked for stands alone.
import { TreeBinding, wordsIn, wordsOf } from "./tree-binding.js";

export class Binding extends TreeBinding {
  #sections = [];
  #facts;

  constructor(element, kind, content) {
    super(element, kind, content, "facts", { figure: "", series: "", year: "", q: "" });
  }

  state() {
    const { year } = this.asked;
    const years = this.#yearsOf(this.#figure());
    return { ...this.asked, figure: this.#figure(), year: years.length && !years.includes(year) ? years.at(-1) : year };
  }

  known(name) {
    if (name === "figure") return this.#sections.map(({ dataset }) => dataset.figure);
    if (name === "series") return this.all("[data-series]").map(({ id }) => id);
    if (name !== "year") return;
    // A figure without years leaves another's as it is.
    const own = this.#yearsOf(this.#figure());
    return own.length ? own : this.#sections.flatMap(({ dataset }) => this.#yearsOf(dataset.figure));
  }

  settle(name) {
    const { asked } = this;
    if (name !== "year" && asked.year && !this.known("year").includes(asked.year)) asked.year = "";
  }

  arrive() {
    if (Object.values(this.asked).some(Boolean)) this.#show();
  }

  follow(name) {
    if (this.asked[name] && name !== "q") queueMicrotask(() => this.#show());
  }

  type(q) {
    this.set({ figure: "list", q });
  }

  reveal() {
    this.set({ q: "" });
  }

  read() {
    this.#sections = this.all("[data-figure]");
    // A number is found by its sentence and by its own row.
    this.#facts = this.all(".facts tbody").flatMap((body) => {
      const sentence = [...body.querySelectorAll("q, small, details")];
      return [...body.querySelectorAll("tr[id]")].map((row) => ({
        body,
        row,
        note: row.nextElementSibling?.id === "" ? row.nextElementSibling : undefined,
        text: wordsOf([...sentence, ...row.children]),
      }));
    });
  }

  listen() {
    this.tree.addEventListener("change", ({ target: { name, value } }) => {
      if (name === "figure") this.set({ figure: value });
      if (name === "year") this.set({ figure: "ec", year: value });
      if (name === "series") this.set({ figure: "series", series: value });
    });
  }

  update() {
    const { figure: asked, series, year } = this.asked;
    const figure = this.#figure();
    for (const section of this.#sections) {
      const isAsked = section.dataset.figure === asked;
      section.toggleAttribute("data-picked", this.isOwn && isAsked);
      section.hidden = !this.isOwn && section.dataset.figure !== figure;
      const way = this.tree.querySelector(`.index [href="#${section.id}"]`);
      if (way) way.ariaCurrent = isAsked ? "true" : null;
    }
    for (const one of this.all("[data-series]")) {
      one.toggleAttribute("data-picked", this.isOwn && one.id === series);
      one.hidden = !this.isOwn && Boolean(series) && one.id !== series;
    }
    this.#market(year);
    this.#list();
    for (const radio of this.all("[name=figure]")) radio.checked = radio.value === figure;
    for (const select of this.all("[name=series]")) select.value = series;
  }

  /** The figure that is shown, or comes into view. */
  #figure() {
    const { figure, series, q } = this.asked;
    return figure || (series && "series") || (q && "list") || (this.#sections[0]?.dataset.figure ?? "");
  }

  #yearsOf(figure) {
    return this.#sections.find(({ dataset }) => dataset.figure === figure)?.dataset.years?.split(" ") ?? [];
  }

  // The market in a year, the latest where it is not one of its own; one that was asked for is marked in the table.
  #market(asked) {
    const years = this.#yearsOf("ec");
    const isOfMarket = years.includes(asked);
    const year = isOfMarket ? asked : years.at(-1);
    for (const part of this.all("[data-year]")) part.hidden = part.dataset.year !== year;
    for (const row of this.all("[data-row]")) row.ariaCurrent = isOfMarket && row.dataset.row === asked ? "true" : null;
    for (const radio of this.all("[name=year]")) radio.checked = radio.value === year;
  }

  // Numbers that have every word, under their sentences.
  #list() {
    const words = wordsIn(this.asked.q);
    const fits = this.#facts.filter(({ text }) => words.every((word) => text.includes(word)));
    const found = new Set(fits);
    const bodies = new Set(fits.map(({ body }) => body));
    for (const fact of this.#facts) {
      fact.row.hidden = !found.has(fact);
      if (fact.note) fact.note.hidden = fact.row.hidden;
      fact.body.hidden = !bodies.has(fact.body);
    }
    this.tree.querySelector(".facts").hidden = !fits.length;
    this.tree.querySelector("[name=clear]").hidden = !words.length;
    const counts = { facts: fits.length, facts_all: this.#facts.length };
    this.tree.querySelector(".fits").replaceChildren(...(words.length ? [this.say(fits.length ? "told" : "nothing", counts)] : []));
    this.sayWords();
  }

  // What was asked for comes into view where it is out of it; pages of others stay where they are.
  #show() {
    if (!this.isOwn) return;
    const { series } = this.asked;
    const figure = this.#figure();
    const one = series && figure === "series" ? `[id="${series}"]` : `[data-figure="${figure}"]`;
    const node = this.tree.querySelector(one);
    const { top } = node.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) node.scrollIntoView();
  }
}
