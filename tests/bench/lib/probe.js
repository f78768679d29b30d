// Runs in every page before its own scripts: clocks, marks, and, for our site, the hands the peers have by themselves.

(() => {
  /** Resolves with the time once the work of the next frame is done on the main thread. */
  const frameEnd = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      });
    });
  const markPainted = () => frameEnd().then(() => performance.mark("bench-painted"));

  /**
   * How long `act`, started at the start of a frame, takes to the end of that frame; or, where it returns a promise that
   * is still open then, to the end of the frame after it is kept.
   */
  const timed = (act) =>
    new Promise((done, fail) => {
      requestAnimationFrame(() => {
        const start = performance.now();
        const { port1, port2 } = new MessageChannel();
        let isOver = false;
        let isKept = false;
        port1.onmessage = () => {
          isOver = true;
          if (isKept) done(performance.now() - start);
        };
        port2.postMessage(0);
        const kept = () => {
          isKept = true;
          if (isOver) frameEnd().then((end) => done(end - start));
        };
        try {
          const result = act();
          if (typeof result?.then === "function") result.then(kept, fail);
          else kept();
        } catch (error) {
          fail(error);
        }
      });
    });

  /** Calls `act(step)` once a frame and counts what frames of 60 a second were missed: `{ frames, dropped, fps }`. */
  const sweep = (act, frames) =>
    new Promise((done, fail) => {
      let step = -1;
      let begin;
      let before;
      let dropped = 0;
      const tick = (now) => {
        if (step >= 0) dropped += Math.max(0, Math.round((now - before) / (1000 / 60)) - 1);
        else begin = now;
        before = now;
        step += 1;
        if (step === frames) done({ frames, dropped, fps: (frames * 1000) / (now - begin) });
        else {
          try {
            act(step);
          } catch (error) {
            fail(error);
            return;
          }
          requestAnimationFrame(tick);
        }
      };
      requestAnimationFrame(tick);
    });

  const seen = { shift: 0, longest: 0, memories: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: "longtask", buffered: true });

  const noting = (name) => {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      const { exports } = result.instance ?? result;
      for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) seen.memories.push(one);
      return result;
    };
  };
  noting("instantiate");
  noting("instantiateStreaming");
  const wasmBytes = () => seen.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  /** Bytes behind the canvases of a tree and of the shadow trees in it: no heap counts them. */
  const canvasBytes = (root = document) =>
    [...root.querySelectorAll("*")].reduce((sum, { localName, width, height, shadowRoot }) => {
      const own = localName === "canvas" ? width * height * 4 : 0;
      return sum + own + (shadowRoot ? canvasBytes(shadowRoot) : 0);
    }, 0);

  globalThis.probe = { frameEnd, markPainted, timed, sweep, seen, wasmBytes, canvasBytes };

  const kind = location.pathname.split("/")[1];
  if (["static", "linked"].includes(kind)) addEventListener("DOMContentLoaded", markPainted);
  if (kind !== "ours") return;

  const pending = new Set(["swot", "lq", "kpi"].map((name) => `shigoto-${name}-painted`));
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (pending.delete(name) && !pending.size) markPainted();
  }).observe({ type: "mark", buffered: true });
  const element = (name) => document.querySelector(`shigoto-${name}`);
  let industry;
  const rowBox = () => {
    const box = element("lq").shadowRoot.querySelector(".many .scroll");
    if (!box) throw new Error("not shown as rows of municipalities: nothing to sort or scroll");
    return box;
  };
  globalThis.bench = {
    switchBase: (base) => element("lq").setAttribute("base", base),
    setYear: (year) => element("kpi").setAttribute("year", year),
    loadLarge: (data) => {
      industry = data.tables[0].rows[0].industry;
      return element("lq").load(data);
    },
    sortLarge: () => {
      rowBox();
      element("lq").setAttribute("sort", `${industry}:desc`);
    },
    scrollLarge: (share) => {
      const box = rowBox();
      box.scrollTop = share * (box.scrollHeight - box.clientHeight);
    },
  };
})();
