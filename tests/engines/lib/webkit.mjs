// WebKitGTK, the nearest thing to Safari on Linux: its driver, in a virtual screen, with its own small browser.

import { createServer } from "node:net";
import { eventually, findProgram, firstMatch, inTime, start } from "./child.mjs";
import { find } from "./find.mjs";

export async function launch() {
  for (const name of ["Xvfb", "WebKitWebDriver"]) {
    if (!findProgram([name])) throw new Error(`no ${name} found: run \`cargo xtask setup\``);
  }
  const screen = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await firstMatch(screen.child.stdio[3], /^(\d+)$/, screen);
  const port = await freePort();
  // As root its sandbox refuses to start; the only pages it sees are ours.
  const root = process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {};
  const env = { ...root, DISPLAY: `:${display}`, GDK_BACKEND: "x11", NO_AT_BRIDGE: "1" };
  const driver = start("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" });
  const client = webDriver(`http://127.0.0.1:${port}`, driver);
  await eventually("WebKitWebDriver to answer", () => answers(client));
  const capabilities = { alwaysMatch: { timeouts: { script: 60_000 } } };
  const { sessionId } = await inTime(client("POST", "/session", { capabilities }), "MiniBrowser to start");
  const command = (method, path, body) => client(method, `/session/${sessionId}${path}`, body);
  const close = async () => {
    await client("DELETE", `/session/${sessionId}`);
    await driver.stop();
    await screen.stop();
  };
  return { open: (url) => open(command, url), close, cannotWatch: true };
}

/** A port nobody listens at: the driver wants to be told one. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A client of W3C WebDriver: `(method, path, body)` → the value answered. */
function webDriver(base, { ended }) {
  return async (method, path, body) => {
    const asked = fetch(base + path, { method, body: method === "POST" ? JSON.stringify(body ?? {}) : undefined });
    const { value } = await (await Promise.race([asked, ended])).json();
    if (value?.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

/** Whether the driver listens yet. */
const answers = (client) =>
  client("GET", "/status").then(({ ready }) => ready, (error) => {
    if (error.cause?.code !== "ECONNREFUSED") throw error;
  });

async function open(command, url) {
  await command("POST", "/url", { url });
  const run = (script) => command("POST", "/execute/sync", { script, args: [] });
  const evaluate = async (fn, ...args) => {
    const text = await run(`return (async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)})))()`);
    return text == null ? undefined : JSON.parse(text);
  };
  const click = async (...path) => {
    const element = await run(`return (${find})(...${JSON.stringify(path)})`);
    await command("POST", `/element/${Object.values(element)[0]}/click`);
  };
  return {
    evaluate,
    click,
    problems: () => evaluate(() => globalThis.problems ?? ["watch.js has not run"]),
    // The one window is used again; what follows must not be a mere step within this page.
    close: () => command("POST", "/url", { url: "about:blank" }),
  };
}
