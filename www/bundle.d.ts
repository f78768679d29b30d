// What the scripts take from elsewhere: names that esbuild fills in, and modules that it finds under an alias.

/** What depends on the content; a line before embed.js says it, or the page's `data-content`. */
interface Content {
  /** Folder of the packs and shadow trees. */
  folder: string;
  /** Tags of the languages, the source's first. */
  languages: string[];
  /** Tags of the languages in which the visit's module cannot say all there is to say. */
  rare: string[];
}
declare const content: Content;

/** File names. */
declare const VISIT: string;
declare const MAP: string;
declare const FACTS: string;
declare const WASM: string;
declare const COMPLETE_SCRIPT: string;
declare const COMPLETE_WASM: string;
declare const STYLE: string;
declare const FOLLOWER: string;

/** From the script that carries the kit, in base64: the workshop's wasm, deflated, and an archive of what else a site is made with. */
declare const shigotoKit: [string, string];

/** From the registry of widgets: their names, and the attributes of each by its name. */
declare const KINDS: string[];
declare const ATTRIBUTES: Record<string, string[]>;

/** wasm-bindgen's script of either module (src/web/host.rs, src/web/kiosk.rs). What only the complete one has is optional. */
declare module "shigoto:glue" {
  /** A reader's own data, as a widget holds them. */
  export class Data {
    free(): void;
  }
  /** A fault, as `load` rejects with it. */
  export type Refusal = { code: string; message: string; faults: object[] };
  /** A language, and the city's data. */
  export class Pack {
    constructor(text: string);
    free(): void;
    brokenNotice(): string;
    copy?(): Pack;
  }
  export class Host {
    constructor(element: Element, kind: string, fill: (node: Element, text: string) => void, pack: Pack);
    free(): void;
    attribute(name: string, value?: string): boolean;
    under(row: number, x: number): number[] | undefined;
    isShort(why: string): void;
    start(isReady: boolean, isByHand?: boolean): void;
    state(): object;
    speak?(pack: Pack): void;
    load(files: string[]): Refusal | undefined;
    refuse(code: string, name: string): Refusal;
    reset(): void;
    data(): Data | undefined;
    show(data: Data): void;
    offer(isShared: boolean, isPublic: boolean): Element;
    fileStem(): string;
    cells(isFile: boolean, link: string): string;
    svg(): string;
    tell(what: string, file: string, alone?: string): void;
    showLink(dialog: Element, link: string, isExact: boolean, isRefused: boolean, isCoded: boolean): void;
    sayCopied(status: Element, isTaken: boolean): void;
  }
  /** The workshop (src/web/studio.rs). */
  export class Studio {
    constructor(content: string, wasm: Uint8Array, kit: Uint8Array, tag: string);
    take(name: string, text: string): boolean;
    takePacked(name: string, bytes: Uint8Array): boolean;
    addReading(kpi: string, period: string, value: string, source: string, note: string): boolean;
    refuse(code: string, name: string): void;
    find(query: string): string;
    correct(place: number, text: string, translations: string[]): boolean;
    undo(): boolean;
    readonly isForeign: boolean;
    readonly kind: string;
    readonly hasChanged: boolean;
    readonly needsReason: boolean;
    seen(): string;
    faults(): string;
    sum(): string;
    changes(): string;
    pack(tag: string): string;
    tree(kind: string, tag: string, year: number): string;
    form(file: string): string;
    save(what: string, reason: string, day: string, year: number): Uint8Array<ArrayBuffer>;
    say(key: string, values: string[]): string;
  }
  export class Kiosk {
    constructor(
      root: Element,
      fill: (node: Element, text: string) => void,
      ask: (what: string, value: unknown) => void,
      settings: string,
      address: string[],
      log: string,
      packs: Pack[],
    );
    start(): void;
    version(): void;
    offer(name: string, text: string): string;
    note(text: string): void;
    fault(text: string): void;
    follow(link: string): void;
    turn(): number;
  }
  export function stoppedAt(): Element | undefined;
  export function kioskStopped(): boolean;
  export function __wbg_get_imports(): WebAssembly.Imports;
  export function __wbg_finalize_init(instance: WebAssembly.Instance): object;
  export default function init(options: { module_or_path: string | Uint8Array }): Promise<object>;
}

/** Where the wasm lies: one of wasm-linked.js, wasm-inlined.js and wasm-kiosk.js. */
declare module "shigoto:wasm" {
  /** Which packs the wasm reads. */
  export const depth: string;
  /** Address of a file of the site. */
  export function at(name: string): string;
  /** Loads the module that the script is bundled with. */
  export function openOwn(): Promise<object>;
  /** Loads the complete module. */
  export function openComplete(): Promise<Partial<typeof import("./complete.js")>>;
}

declare module "shigoto:takeaway.css" {
  const rules: string;
  export default rules;
}

// Our own markup is what is asked for its parts: that it has them, browser tests tell.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Element {
  closest(selectors: string): any;
}
// What happens in a widget happens to an element.
interface EventTarget {
  closest?(selectors: string): any;
  matches?(selectors: string): boolean;
}

// Newer or rarer than TypeScript's own list.
interface Navigator {
  connection?: { saveData: boolean };
}
declare var trustedTypes: { createPolicy(name: string, rules: object): any } | undefined;
