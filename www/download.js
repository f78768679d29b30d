// Hands a file to whoever looks at the page.
export const download = (blob, file) => {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download: file }).click();
  // Some browsers ask first where to put it.
  setTimeout(() => URL.revokeObjectURL(href), 60000);
};
