// What sw.js finds where it runs.

/** Name of the build, and of the script that lists its files; a line before sw.js says both. */
declare const build: string;
declare const list: string;

interface WorkerGlobalScope {
  /** By name, the round in which a file is brought and its hash. */
  files: Record<string, [number, string]>;
  /** Names of the kiosk's settings. */
  settable: string[];
  /** What a page says of a newer version, by language. */
  news: Record<string, string[]>;
  trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
  skipWaiting(): Promise<void>;
}
interface DedicatedWorkerGlobalScopeEventMap {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
}
declare const clients: Clients;
declare const registration: ServiceWorkerRegistration;
