// For the page around the iframe: gives each frame of ours the height its content asks for.
const tallest = 20000;
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "shigoto:height" || !(data.height > 0 && data.height <= tallest)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = Math.ceil(data.height);
  }
});
for (const frame of document.querySelectorAll("iframe")) frame.contentWindow?.postMessage({ type: "shigoto:ask" }, "*");
