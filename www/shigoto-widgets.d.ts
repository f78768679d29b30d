// Types of the elements that embed.js defines. Attributes are the elements' public state: read and set them as
// attributes or all at once through `state`; they are no properties of their own.
//
//   import type { LqState } from "./shigoto-widgets";
//   document.querySelector("shigoto-lq")?.addEventListener("shigoto-change", ({ detail }) => detail.base);

/** Attribute `theme` of every element. Without it: `auto`. */
export type ShigotoTheme = "auto" | "light" | "dark" | "contrast";

/** Attribute `lang` of every element. Without it: that of the nearest ancestor. */
export type ShigotoLang = string;

/** A strength, weakness, opportunity or threat. */
export type SwotFactor = string;

/** A strategy of the matrix. */
export type SwotStrategy = string;

/** A key issue (重要課題). */
export type SwotIssue = string;

/** A city of the tables. */
export type LqCity = string;

/** A pillar of the strategy, by its number. */
export type KpiPillar = string;

/** A fiscal year of the plan. */
export type KpiYear = string;

/** What `<shigoto-swot>` shows: its own attributes. Empty means none. */
export interface SwotState {
  select: "" | SwotFactor | SwotStrategy | SwotIssue;
}

/** What `<shigoto-lq>` shows: its own attributes. An empty `sort` means printed order, `sector` groups of industries. */
export interface LqState {
  base: "output" | "establishments" | "employees";
  city: LqCity;
  /** The view in force: without the attribute, the width decides. */
  view: "table" | "dots" | "quadrant" | "compare";
  sort: "" | "sector" | `${LqCity}:${"desc" | "asc"}`;
  /** Printed name of the industry whose detail is open; empty without one. */
  industry: string;
  reading: "printed" | "reread";
  /** The city compared with in the view `compare`; empty leaves it to the widget. */
  with: "" | LqCity;
}

/** What `<shigoto-kpi>` shows: its own attributes. */
export interface KpiState {
  /** The view in force: without the attribute, the width decides. */
  view: "gauge" | "bullet" | "trajectory";
  pillar: "all" | KpiPillar;
  /** Id of the indicator whose details are open; empty without one. */
  kpi: string;
  year: KpiYear;
}

/** Attributes of every element that are no part of its state. */
export interface ShigotoSettings {
  lang?: ShigotoLang;
  theme?: ShigotoTheme;
  /** URL of data in the form of the published JSON or CSV, shown in place of the city's. */
  src?: string;
}

/** Detail of `shigoto-painted`. */
export interface ShigotoPainted {
  widget: "swot" | "lq" | "kpi";
  /** From the change to the complete picture. */
  ms: number;
}

/** One fault of data that were refused. */
export interface ShigotoFault {
  path: string;
  line: number | null;
  column: number | null;
  message: string;
}

/** Detail of `shigoto-error`. `unsupported`: the static content stays; `draw`: the words stay. */
export interface ShigotoError {
  code: string;
  message: string;
  faults: ShigotoFault[];
}

/** What `load` rejects with. `superseded`: something else was asked for meanwhile. */
export interface ShigotoRefusal {
  code: string;
  faults: ShigotoFault[];
}

/** The events of an element. They bubble and leave shadow trees. */
export interface ShigotoEventMap<State> {
  "shigoto-ready": CustomEvent<State>;
  "shigoto-change": CustomEvent<State>;
  "shigoto-painted": CustomEvent<ShigotoPainted>;
  "shigoto-error": CustomEvent<ShigotoError>;
}

/** What the three elements have in common. */
export interface ShigotoElement<State> extends HTMLElement {
  /** The state; empty until the element answers. */
  get state(): Partial<State>;
  /** Sets the attributes that are named and leaves the others. */
  set state(state: Partial<State> & ShigotoSettings);
  /** Resolves when the element answers. */
  readonly ready: Promise<void>;
  /**
   * Shows other data: an object in the form of the published JSON, the text of such a file or of a CSV, its bytes, a file,
   * several (`FileList`), or what `fetch` brought. Rejects with a {@link ShigotoRefusal}; what was shown before then
   * stays, but for those of several files that were taken.
   */
  load(data: object | string | Blob | FileList | BufferSource | Response): Promise<void>;

  addEventListener<Name extends keyof ShigotoEventMap<State>>(
    type: Name,
    listener: (this: this, event: ShigotoEventMap<State>[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof ShigotoEventMap<State>>(
    type: Name,
    listener: (this: this, event: ShigotoEventMap<State>[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** `<shigoto-swot>`: the cross-SWOT matrix. */
export interface ShigotoSwotElement extends ShigotoElement<SwotState> {}

/** `<shigoto-lq>`: the location quotients. */
export interface ShigotoLqElement extends ShigotoElement<LqState> {}

/** `<shigoto-kpi>`: the key performance indicators. */
export interface ShigotoKpiElement extends ShigotoElement<KpiState> {}

declare global {
  interface HTMLElementTagNameMap {
    "shigoto-swot": ShigotoSwotElement;
    "shigoto-lq": ShigotoLqElement;
    "shigoto-kpi": ShigotoKpiElement;
  }

  // For listeners further up: an event may come from any of the three.
  interface GlobalEventHandlersEventMap extends ShigotoEventMap<SwotState | LqState | KpiState> {}
}
