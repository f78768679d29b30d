// Whether two texts lie on each other: asked of the boxes of the letters, not of a picture.

/** The spacing a reader may set (WCAG 1.4.12), in every widget of the page; `false` takes it away. */
export const setSpacing = (page, isOn) =>
  page.evaluate((on) => {
    globalThis.spacing ??= new CSSStyleSheet();
    globalThis.spacing.replaceSync(on ? "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }" : "");
    for (const { shadowRoot: root } of document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")) {
      if (!root.adoptedStyleSheets.includes(globalThis.spacing)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, globalThis.spacing];
    }
  }, isOn);

/** Pairs of texts that lie on each other in the widgets of a page, as lines of text. What is clipped away does not count. */
export const overlaps = (page) =>
  page.evaluate(() => {
    const clips = new Map();
    // What is left of an element's box once everything around it has clipped it; `undefined` where nothing clips.
    const clipOf = (element) => {
      if (!element) return undefined;
      if (clips.has(element)) return clips.get(element);
      let clip = clipOf(element.parentElement);
      const style = getComputedStyle(element);
      if (style.clipPath !== "none" && style.position === "absolute") clip = { left: 0, right: 0, top: 0, bottom: 0 };
      else if (style.overflowX !== "visible" || style.overflowY !== "visible") {
        const box = element.getBoundingClientRect();
        clip = clip
          ? { left: Math.max(clip.left, box.left), right: Math.min(clip.right, box.right), top: Math.max(clip.top, box.top), bottom: Math.min(clip.bottom, box.bottom) }
          : box;
      }
      clips.set(element, clip);
      return clip;
    };
    const blocks = new Map();
    const blockOf = (element) => {
      if (!blocks.has(element)) blocks.set(element, getComputedStyle(element).display.match(/^(inline|ruby)/) ? blockOf(element.parentElement) : element);
      return blocks.get(element);
    };
    const boxes = [];
    for (const { shadowRoot: root } of document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest("style, option, rp") || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const size = Number.parseFloat(getComputedStyle(parent).fontSize);
        const clip = clipOf(parent);
        for (const box of range.getClientRects()) {
          // A letter is lower than the line's box, which may overlap its neighbours.
          const middle = (box.top + box.bottom) / 2;
          const seen = { left: box.left, right: box.right, top: middle - size * 0.4, bottom: middle + size * 0.4, middle, block: blockOf(parent), layer: parent.closest(".stage > .panel, .matrix:has([aria-pressed=true]) ~ .links"), text: node.data.trim().slice(0, 24) };
          if (clip) {
            for (const side of ["left", "top"]) seen[side] = Math.max(seen[side], clip[side]);
            for (const side of ["right", "bottom"]) seen[side] = Math.min(seen[side], clip[side]);
          }
          if (seen.right - seen.left > 1 && seen.bottom - seen.top > 1) boxes.push(seen);
        }
      }
    }
    boxes.sort((a, b) => a.top - b.top);
    const found = [];
    boxes.forEach((one, place) => {
      for (let next = place + 1; next < boxes.length && boxes[next].top < one.bottom - 1; next += 1) {
        const other = boxes[next];
        // Neighbours in a line share the room of a long reading.
        if (one.block === other.block && Math.abs(one.middle - other.middle) < 2) continue;
        // A sheet at the foot of the window has a ground of its own: what it covers is scrolled to.
        if (one.layer !== other.layer) continue;
        if (one.left < other.right - 1 && other.left < one.right - 1) found.push(`${one.text} × ${other.text} at ${Math.round(other.left)}, ${Math.round(other.top + scrollY)}`);
      }
    });
    return found;
  });
