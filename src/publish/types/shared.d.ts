/** Detail of `shigoto-painted`. */
export interface ShigotoPainted {
  widget: ShigotoWidget;
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

/** What all elements have in common. */
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
