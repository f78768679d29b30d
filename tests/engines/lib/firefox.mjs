// Firefox, through WebDriver BiDi, which it speaks itself.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "./bidi.mjs";
import { findProgram, firstMatch, inTime, scratch, start } from "./child.mjs";
import { find } from "./find.mjs";

// The same names as in xtask/src/tools/engines.rs.
const NAMES = ["firefox-esr", "firefox"];

// A proxy where none listens: whatever Firefox wants of the world beyond this machine, it does not get.
const PREFERENCES = {
  "network.proxy.type": 1,
  "network.proxy.socks": "127.0.0.1",
  "network.proxy.socks_port": 9,
  "intl.accept_languages": "ja",
};

const EVENTS = ["log.entryAdded", "network.responseCompleted", "network.fetchError"];

export async function launch() {
  const program = process.env.FIREFOX_PATH ?? findProgram(NAMES);
  if (!program) throw new Error("no Firefox found: run `cargo xtask setup`, or name one in FIREFOX_PATH");
  const profile = scratch("firefox");
  const lines = Object.entries(PREFERENCES).map((entry) => `user_pref(${entry.map((one) => JSON.stringify(one))});\n`);
  writeFileSync(join(profile.path, "user.js"), lines.join(""));
  // A home of its own too: Firefox refuses a home that belongs to another user.
  const env = { HOME: profile.path, MOZ_CRASHREPORTER_DISABLE: "1" };
  const firefox = start(program, ["--headless", "--no-remote", "--profile", profile.path, "--remote-debugging-port=0"], { env });
  const address = await firstMatch(firefox.child.stderr, /WebDriver BiDi listening on (ws:\S+)/, firefox);
  const session = await connect(`${address}/session`);
  await session.send("session.new", { capabilities: {} });
  await session.send("session.subscribe", { events: EVENTS });
  await session.send("script.addPreloadScript", { functionDeclaration: `${tellMore}` });
  const close = async () => {
    session.close();
    await firefox.stop();
    profile.remove();
  };
  return { open: (url) => open(session, url), close };
}

/** Runs in every page before its own scripts: the log of BiDi tells nothing of the policy, nor of files on `file://`. */
function tellMore() {
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    console.error(`csp: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`),
  );
  const missing = ({ target }) => target !== window && console.error(`request: ${target.src ?? target.href}`);
  // Failures of files do not bubble, but they are captured.
  addEventListener("error", missing, true);
}

async function open(session, url) {
  const { context } = await session.send("browsingContext.create", { type: "tab" });
  const problems = [];
  const deaf = session.listen(({ method, params }) => {
    if ((params.context ?? params.source?.context) === context) problems.push(...problem(method, params));
  });
  await session.send("browsingContext.setViewport", { context, viewport: { width: 1024, height: 768 } });
  await inTime(session.send("browsingContext.navigate", { context, url, wait: "complete" }), `${url} to load`);
  const call = async (functionDeclaration) => {
    const given = { functionDeclaration, awaitPromise: true, target: { context } };
    const { type, result, exceptionDetails } = await session.send("script.callFunction", given);
    if (type === "exception") throw new Error(exceptionDetails.text);
    return result;
  };
  const evaluate = async (fn, ...args) => {
    const { value } = await call(`async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)}))`);
    return value === undefined ? undefined : JSON.parse(value);
  };
  const click = async (...path) => {
    const { sharedId } = await call(`() => (${find})(...${JSON.stringify(path)})`);
    const actions = [
      { type: "pointerMove", x: 0, y: 0, origin: { type: "element", element: { sharedId } } },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await session.send("input.performActions", { context, actions: [{ type: "pointer", id: "mouse", actions }] });
  };
  const close = async () => {
    deaf();
    await session.send("browsingContext.close", { context });
  };
  return { evaluate, click, problems: async () => problems, close };
}

/** What an event of BiDi tells that went wrong: one line or none. */
function problem(method, { level, type, text, request, response, errorText }) {
  if (method === "log.entryAdded") return level === "error" ? [`${type}: ${text}`] : [];
  if (method === "network.fetchError") return [`request: ${request.url} ${errorText}`];
  return response.status >= 400 ? [`response: ${response.status} ${response.url}`] : [];
}
