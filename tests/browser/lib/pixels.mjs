// Looking at what was really painted. Canvases stand in open shadow roots, so the page itself can read their pixels.

/** A custom property of an element as `[red, green, blue]`, such as the accent of the theme in force; of a widget as its words have it. */
export function token(locator, name) {
  return locator.evaluate((element, property) => {
    const place = element.shadowRoot?.querySelector(".widget") ?? element;
    const probe = place.appendChild(document.createElement("i"));
    probe.style.color = `var(${property})`;
    const channels = getComputedStyle(probe).color.match(/\d+/g).map(Number);
    probe.remove();
    return channels;
  }, name);
}

/** Colours `[red, green, blue, alpha]` of a canvas at points in CSS px from its upper left corner. */
export function colorsAt(canvas, points) {
  return canvas.evaluate((element, places) => {
    const scale = element.width / element.getBoundingClientRect().width;
    const context = element.getContext("2d");
    return places.map(({ x, y }) => [...context.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data]);
  }, points);
}

/** How many pixels of each canvas are painted at all, and how many are exactly of one colour. */
export function ink(canvases, color = [0, 0, 0]) {
  return canvases.evaluateAll((elements, [red, green, blue]) => {
    return elements.map((element) => {
      const counts = { painted: 0, colored: 0 };
      if (!element.width || !element.height) return counts;
      const { data } = element.getContext("2d").getImageData(0, 0, element.width, element.height);
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] > 0) counts.painted += 1;
        if (data[i] === red && data[i + 1] === green && data[i + 2] === blue && data[i + 3] > 0) counts.colored += 1;
      }
      return counts;
    });
  }, color);
}

/** A number that changes with the picture, for each canvas. */
export function fingerprints(canvases) {
  return canvases.evaluateAll((elements) =>
    elements.map((element) => {
      if (!element.width || !element.height) return 0;
      const { data } = element.getContext("2d").getImageData(0, 0, element.width, element.height);
      // FNV-1a over whole pixels.
      return new Uint32Array(data.buffer).reduce((hash, pixel) => Math.imul(hash ^ pixel, 0x01000193) >>> 0, 0x811c9dc5);
    }),
  );
}

/**
 * The largest contrast ratio between any two pixels of a PNG, that is between text and ground in a picture of a cell.
 * `page` only decodes the picture; any page without a policy will do.
 */
export async function contrast(page, png) {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const linear = (value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    let [least, most] = [1, 0];
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue] = [data[i], data[i + 1], data[i + 2]].map(linear);
      const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      [least, most] = [Math.min(least, luminance), Math.max(most, luminance)];
    }
    return (most + 0.05) / (least + 0.05);
  }, png.toString("base64"));
}
