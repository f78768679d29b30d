// What lies under a finger, a pen or a mouse drawn along a row of dots or along the years, told in a bubble above it.
// Part of the complete module. It says nothing that the details do not say: assistive technology does not meet it.
let frame = 0;

const bubbleOf = (root) => {
  const known = root.querySelector("[data-bubble]");
  if (known) return known;
  const bubble = document.createElement("div");
  bubble.dataset.bubble = "";
  bubble.popover = "manual";
  bubble.ariaHidden = "true";
  const place = { position: "fixed", inset: "auto", margin: 0, pointerEvents: "none", whiteSpace: "nowrap", lineHeight: 1.5 };
  const look = { padding: "4px 12px", border: 0, borderRadius: "6px", background: "var(--ink)", color: "var(--paper)" };
  Object.assign(bubble.style, place, look);
  root.querySelector(".widget").append(bubble);
  return bubble;
};

// The city whose dot is nearest along a row: the widget knows where it painted it, the table says it in words.
const cityAt = (strip, host, x) => {
  const { row } = strip.closest("[data-row]").dataset;
  const found = host.under(Number(row), x);
  if (!found) return undefined;
  const [at, column] = found;
  const sheet = strip.closest(".sheet");
  const name = sheet.querySelectorAll("thead [data-sort]")[column];
  const cell = sheet.querySelectorAll(`tr[data-row="${row}"] td`)[column];
  const value = document.createElement("b");
  value.textContent = cell.textContent;
  const words = [...name.childNodes].filter(({ localName }) => localName !== "i").map((word) => word.cloneNode(true));
  return { at, words: [...words, "\u2002", value] };
};

// The year the slider has come to, above the finger that has drawn it there.
const yearAt = (slider, x) => {
  const { left, right } = slider.getBoundingClientRect();
  return { at: Math.max(left, Math.min(right, x)), words: [slider.ariaValueText ?? slider.value] };
};

const hide = ({ type }, bubble, root) => {
  cancelAnimationFrame(frame);
  bubble.hidePopover?.();
  bubble.remove();
  // What ended a drag along dots is no press on their row.
  if (type !== "pointerup") return;
  const hush = (event) => {
    if (event.target.closest("summary")) event.preventDefault();
  };
  root.addEventListener("click", hush, true);
  setTimeout(() => root.removeEventListener("click", hush, true));
};

export const trace = (part, { clientX, clientY, pointerType }, host) => {
  const root = part.getRootNode();
  cancelAnimationFrame(frame);
  // In the next frame the slider has its new year.
  frame = requestAnimationFrame(() => {
    const told = part.matches("[type=range]") ? yearAt(part, clientX) : cityAt(part, host, clientX);
    if (!told) return;
    const isNew = !root.querySelector("[data-bubble]");
    const bubble = bubbleOf(root);
    bubble.replaceChildren(...told.words);
    if (isNew) {
      bubble.showPopover?.();
      const gone = new AbortController();
      const end = (event) => {
        gone.abort();
        hide(event, bubble, root);
      };
      for (const type of ["pointerup", "pointercancel"]) addEventListener(type, end, { capture: true, signal: gone.signal });
    }
    const { offsetWidth: width, offsetHeight: height } = bubble;
    const top = Math.min(part.getBoundingClientRect().top, clientY - (pointerType === "mouse" ? 0 : 32)) - height - 8;
    const most = document.documentElement.clientWidth - width - 4;
    bubble.style.left = `${Math.max(4, Math.min(most, told.at - width / 2))}px`;
    bubble.style.top = `${Math.max(4, top)}px`;
  });
};
