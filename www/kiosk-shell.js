// In one file, the kiosk takes the page's place where the address asks for it: before any element begins its work.
export const isKiosk = new URLSearchParams(location.search).has("kiosk");
if (isKiosk) {
  const shell = document.querySelector("#kiosk").content;
  shell.querySelector(".stage").append(...document.querySelectorAll(".place"));
  Object.assign(document.body, { className: "kiosk" }).dataset.mode = "loop";
  document.body.replaceChildren(shell, ...document.querySelectorAll("#wasm, template[data-pack]"));
}
