// Contrast as painted: text against whatever really lies under it.

/**
 * The contrast of each text with what really lies under it, canvases included: the page is taken twice, with the texts
 * and without, and the pixels that differ are compared in pairs. 1 means that nothing of the text is to be seen.
 *
 * `host` is the element the pictures are taken of, `selector` finds the texts in its shadow tree; of a canvas among
 * them, all that is painted on it counts. `decoder` is any page
 * without a policy; it only decodes the pictures.
 */
export async function textContrasts(decoder, host, selector) {
  const boxes = await host.evaluate((element, chosen) => {
    const origin = element.getBoundingClientRect();
    return [...element.shadowRoot.querySelectorAll(chosen)].filter((one) => one.checkVisibility()).map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return { text: one.localName === "canvas" ? "canvas" : one.innerText.trim(), left: left - origin.left, top: top - origin.top, width, height };
    });
  }, selector);
  const show = (visibility) =>
    host.evaluate((element, [chosen, value]) => {
      for (const one of element.shadowRoot.querySelectorAll(chosen)) one.style.visibility = value;
    }, [selector, visibility]);
  // The page's bar stays in the window, over what the picture is of.
  const keep = (position) =>
    host.evaluate((_, value) => document.querySelector("body > .page-bar")?.style.setProperty("position", value), position);
  await keep("static");
  const options = { animations: "disabled", scale: "css" };
  const pictures = [await host.screenshot(options)];
  await show("hidden");
  pictures.push(await host.screenshot(options));
  await show("");
  await keep("");
  return decoder.evaluate(compare, [pictures.map((png) => png.toString("base64")), boxes.filter(({ text }) => text)]);
}

/** Runs in a page: the largest contrast in each box between a pixel of one picture and the same of the other. */
async function compare([pictures, boxes]) {
  const [withText, without] = await Promise.all(
    pictures.map(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
      context.drawImage(image, 0, 0);
      return context;
    }),
  );
  const linear = Array.from({ length: 256 }, (_, value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  const luminance = (data, i) => 0.2126 * linear[data[i]] + 0.7152 * linear[data[i + 1]] + 0.0722 * linear[data[i + 2]];
  return boxes.map(({ text, ...box }) => {
    const area = [box.left, box.top, box.width, box.height].map(Math.round);
    const [a, b] = [withText, without].map((context) => context.getImageData(...area).data);
    let most = 1;
    for (let i = 0; i < a.length; i += 4) {
      const [one, other] = [luminance(a, i), luminance(b, i)];
      most = Math.max(most, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
    }
    return { text, contrast: most };
  });
}
