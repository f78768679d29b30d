// Notes everything that goes wrong on a page, for the engine whose driver tells nothing; it stands before all scripts.
globalThis.problems = [];
const report = console.error;
console.error = (...given) => {
  globalThis.problems.push(`console: ${given.join(" ")}`);
  report(...given);
};
const listener = (event) => {
  const { target, message, filename, lineno } = event;
  const what = target === window ? `exception: ${message} at ${filename}:${lineno}` : `request: ${target.src ?? target.href}`;
  globalThis.problems.push(what);
};
// Failures of files do not bubble, but they are captured.
addEventListener("error", listener, true);
addEventListener("unhandledrejection", ({ reason }) => globalThis.problems.push(`exception: ${reason}`));
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  globalThis.problems.push(`csp: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`),
);
