// For the page around the iframe: gives each frame of ours the height its content asks for, whatever the page's styles say.
const tallest = 20000;
const ours = new Set();
const set = (frame, name, value) => frame.style.setProperty(name, value, "important");
const all = () => document.querySelectorAll("iframe");
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "shigoto:height" || !(data.height > 0 && data.height <= tallest)) return;
  for (const frame of all()) {
    if (frame.contentWindow !== source) continue;
    ours.add(frame);
    frame.height = Math.ceil(data.height);
    set(frame, "box-sizing", "content-box");
    set(frame, "height", `${frame.height}px`);
    set(frame, "min-height", 0);
    set(frame, "max-height", "none");
    set(frame, "aspect-ratio", "auto");
  }
});
// On paper a frame is never cut: it takes a page at most, and makes itself fit.
for (const [type, most] of [["beforeprint", "95vh"], ["afterprint", "none"]]) {
  addEventListener(type, () => ours.forEach((frame) => set(frame, "max-height", most)));
}
for (const frame of all()) frame.contentWindow?.postMessage({ type: "shigoto:ask" }, "*");
