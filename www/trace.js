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

// The axis's own labels say where a quotient stands: first two lanes, for zero and for what is very small.
const placeOf = (axis) => {
  const [zero, small, ...ticks] = [...axis.children].map((label) => ({ x: middle(label.getBoundingClientRect()).x, value: Number(label.textContent) }));
  const [low, high] = [ticks[0], ticks.at(-1)];
  return (value) => {
    if (value < low.value) return value > 0 ? small.x : zero.x;
    // The axis ends at 10, behind its last label.
    const share = Math.log(Math.min(value, 10) / low.value) / Math.log(high.value / low.value);
    return low.x + share * (high.x - low.x);
  };
};

// The city whose dot is nearest; of dots in one place the chosen city's.
const cityAt = (strip, x) => {
  const sheet = strip.closest(".sheet");
  const axis = sheet?.querySelector(".axis");
  if (!axis?.firstChild || sheet.closest(".many")) return undefined;
  const place = placeOf(axis);
  const names = sheet.querySelectorAll("thead [data-sort]");
  const row = sheet.querySelector(`tr[data-row="${strip.closest("[data-row]").dataset.row}"]`);
  const all = [...row.querySelectorAll("td")].map((cell, index) => {
    const at = place(Number(cell.textContent));
    return { at, apart: Math.abs(at - x) - cell.matches(".on"), cell, name: names[index] };
  });
  // What is not published has no dot.
  const cities = all.filter(({ at }) => !Number.isNaN(at));
  if (!cities.length) return undefined;
  const { at, cell, name } = cities.reduce((best, city) => (city.apart < best.apart ? city : best));
  const value = document.createElement("b");
  value.textContent = cell.textContent;
  const words = [...name.childNodes].filter(({ localName }) => localName !== "i").map((word) => word.cloneNode(true));
  return { at, words: [...words, "\u2002", value] };
};

// The year the slider has come to, above its thumb.
const yearAt = (slider) => {
  const thumb = 16;
  const { left, right, width } = slider.getBoundingClientRect();
  const way = thumb / 2 + ((slider.value - slider.min) / (slider.max - slider.min)) * (width - thumb);
  const at = getComputedStyle(slider).direction === "rtl" ? right - way : left + way;
  return { at, words: [slider.ariaValueText ?? slider.value] };
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

export const trace = (part, { clientX, clientY, pointerType }) => {
  const root = part.getRootNode();
  cancelAnimationFrame(frame);
  // In the next frame the slider has its new year.
  frame = requestAnimationFrame(() => {
    const told = part.matches("[type=range]") ? yearAt(part) : cityAt(part, clientX);
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
