// A WebDriver BiDi session over a WebSocket: numbered commands, and events.

import WebSocket from "ws";

/** Connects and returns `{ send, listen, close }`. `listen(hear)` returns the function that ends the listening. */
export async function connect(url) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await new Promise((done, fail) => socket.once("open", done).once("error", fail));
  const waiting = new Map();
  const listeners = new Set();
  let last = 0;
  socket.on("message", (text) => {
    const message = JSON.parse(text);
    if (message.type === "event") return listeners.forEach((hear) => hear(message));
    const { command, done, fail } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.type === "success") done?.(message.result);
    else fail?.(new Error(`${command}: ${message.error}: ${message.message}`));
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    for (const { command, fail } of waiting.values()) fail(new Error(`${command}: the browser has gone`));
    waiting.clear();
  });
  const send = (command, params) =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { command, done, fail });
      socket.send(JSON.stringify({ id: last, method: command, params }), (error) => error && fail(error));
    });
  const listen = (hear) => {
    listeners.add(hear);
    return () => listeners.delete(hear);
  };
  return { send, listen, close: () => socket.terminate() };
}
