// Arrow keys among the data of a figure, in two dimensions. Tables, dot rows and quadrants are one stop of the tab key,
// and so is each list of the matrix's nodes. Part of the complete module. `data-keys` says which parts of a figure can be
// gone to.
const middle = (box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });

// A row's head stays in sight while its cells go by beneath it: it counts where it would stand without that.
const boxesOf = (figure) =>
  [...figure.querySelectorAll(figure.dataset.keys)]
    .map((item) => {
      const { x, y, width, height } = item.getBoundingClientRect();
      return { item, box: new DOMRect(item.closest("tbody th") ? x - figure.scrollLeft : x, y, width, height) };
    })
    .filter(({ box }) => box.width > 1 && box.height > 1);

// All of it comes into sight, and no head covers it: a browser is content when a part of it can be seen.
const reveal = (figure, item) => {
  const head = figure.querySelector("tbody th");
  if (head) figure.style.scrollPaddingInlineStart = `${head.offsetWidth}px`;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest", inline: "nearest" });
};

// What lies in a direction: straight ahead if anything does, else as little aside as possible.
const ahead = (boxes, from, key) => {
  const start = middle(from);
  const isAcross = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  let best;
  for (const { item, box } of boxes) {
    const at = middle(box);
    const [along, aside] = isAcross ? [at.x - start.x, at.y - start.y] : [at.y - start.y, at.x - start.x];
    if (along * sign < 2) continue;
    const reach = isAcross ? (from.height + box.height) / 2 : (from.width + box.width) / 2;
    const cost = along * sign + (Math.abs(aside) < reach ? Math.abs(aside) / 4 : 1000 + Math.abs(aside) * 3);
    if (!best || cost < best.cost) best = { item, cost };
  }
  return best?.item;
};

// The part of each figure that was gone to last: who comes back to the frame goes on from there.
const last = new WeakMap();

const target = (figure, current, key, isWhole) => {
  const boxes = boxesOf(figure);
  const own = boxes.find(({ item }) => item === current || item.contains(current));
  if (!own) return boxes.find(({ item }) => item === last.get(figure))?.item ?? boxes[0]?.item;
  if (key !== "Home" && key !== "End") return ahead(boxes, own.box, key);
  const y = middle(own.box).y;
  const row = isWhole ? boxes : boxes.filter(({ box }) => box.top < y && box.bottom > y);
  const sorted = isWhole ? row : row.sort((a, b) => a.box.left - b.box.left);
  return sorted.at(key === "Home" ? 0 : -1)?.item;
};

// Goes where a key leads; a cell answers Enter with the detail of its row and city.
export const press = (element, figure, { key, ctrlKey, target: current }) => {
  if (key === "Enter") {
    const cell = current.closest("td");
    const heads = figure.querySelectorAll("thead th[data-city]");
    if (!cell) return;
    element.setAttribute("city", heads[cell.cellIndex - 1].dataset.city);
    cell.parentElement.querySelector("[data-detail]").click();
    return;
  }
  const next = target(figure, current, key, ctrlKey);
  if (!next) return;
  last.set(figure, next);
  if (next.matches("td")) {
    const { less, near, more } = figure.closest(".views").dataset;
    const step = Number(/h(\d)/.exec(next.className)?.[1] ?? 0);
    // What is not published is neither.
    if (/\d/.test(next.textContent)) next.setAttribute("aria-description", step < 3 ? less : step > 3 ? more : near);
    next.tabIndex = -1;
  }
  const list = next.matches(".node") ? next.closest("ul") : next.matches("summary") && figure;
  for (const item of list ? list.querySelectorAll("summary, .node") : []) item.tabIndex = item === next ? 0 : -1;
  reveal(figure, next);
};
