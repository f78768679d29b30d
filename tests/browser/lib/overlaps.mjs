// Texts that lie on one another or stick out, found by the boxes of their lines. Words with readings are left out: what
// browsers tell of their boxes reaches over their neighbours.

/**
 * Runs in an element of the page: lines to read about texts in its shadow tree (or itself, without one) that lie on
 * another text, and of those that stick out of the element where nothing scrolls to them.
 */
export function textFaults(element) {
  const root = element.shadowRoot?.querySelector(".widget") ?? element;
  const bounds = element.getBoundingClientRect();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines = [];
  const faults = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.data.trim();
    if (!text || parent.closest("style, option, .notice, template, ruby") || !parent.checkVisibility({ visibilityProperty: true })) continue;
    // For assistive technology only.
    let clipped = parent;
    while (clipped && clipped !== root && getComputedStyle(clipped).clipPath === "none") clipped = clipped.parentElement;
    if (clipped && clipped !== root) continue;
    const scroller = parent.closest(".scroll, .side ul, table");
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1) continue;
      if (!scroller && (left < bounds.left - 14 || right > bounds.right + 14)) faults.push(`${text} sticks out to ${Math.round(left)}…${Math.round(right)} of ${Math.round(bounds.left)}…${Math.round(bounds.right)}`);
      // Glyphs fill about the middle of a line's box; readings stand in the upper part of it.
      const slack = (bottom - top) * 0.2;
      lines.push({ node, text, left, right, top: top + slack, bottom: bottom - slack, scroller });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  for (const [index, one] of lines.entries()) {
    for (let next = index + 1; next < lines.length && lines[next].top < one.bottom - 1; next += 1) {
      const other = lines[next];
      const isSticky = one.scroller !== other.scroller || (one.scroller && one.node.parentElement.closest("th"));
      if (one.node === other.node || isSticky) continue;
      if (other.left < one.right - 2 && one.left < other.right - 2) faults.push(`${one.text} | ${other.text}`);
    }
  }
  return faults;
}
