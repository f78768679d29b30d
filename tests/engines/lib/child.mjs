// Programs a test starts, none of which outlives it.

import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/** How long a program may take to start, and a page to do what is waited for. A loaded machine is slow, not broken. */
export const PATIENCE_MS = 60_000;

const undone = new Set();
process.once("exit", endAll);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** Ends every program that still runs, and removes what it has left: they would keep this process waiting. */
export function endAll() {
  for (const undo of undone) undo();
}

/** Runs `undo` when called, or else when this process ends; once. */
function guard(undo) {
  const once = () => undone.delete(once) && undo();
  undone.add(once);
  return once;
}

/** The first of these programs that is on `PATH`; `undefined` when there is none. */
export function findProgram(names) {
  const dirs = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  return names.flatMap((name) => dirs.map((dir) => join(dir, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A new empty directory: `{ path, remove }`. */
export function scratch(name) {
  const path = mkdtempSync(join(tmpdir(), `shigoto-${name}-`));
  return { path, remove: guard(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 })) };
}

/**
 * Starts a program in a process group of its own. Returns `{ child, ended, stop }`: `ended` rejects when it ends before
 * `stop()`, which ends it with everything it has started and resolves when it is gone.
 */
export function start(command, args, { env = {}, stdio = ["ignore", "ignore", "pipe"] } = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio, detached: true });
  const kill = guard(() => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
  });
  const gone = new Promise((done) => child.once("close", done));
  const ended = new Promise((_, fail) => {
    child.once("error", fail);
    child.once("exit", (code, signal) => fail(new Error(`${command} ended with ${code ?? signal}`)));
  });
  ended.catch(() => {});
  return { child, ended, stop: () => (child.pid ? (kill(), gone) : undefined) };
}

/** The first group of `pattern` in a line of a program's output; goes on emptying that output afterwards. */
export function firstMatch(stream, pattern, { ended }) {
  const found = new Promise((done) => {
    createInterface({ input: stream }).on("line", (line) => {
      const match = pattern.exec(line);
      if (match) done(match[1]);
    });
  });
  return inTime(Promise.race([found, ended]), `output like ${pattern}`);
}

/** The promise, or an error once patience has run out. */
export async function inTime(promise, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${what}`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Asks again and again until the answer is true, and returns that answer. */
export async function eventually(what, ask) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${what}`);
    await pause(50);
  }
}
