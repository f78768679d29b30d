// What depends on the content, where the page itself tells it.
/** @type {Content} */
export const content = JSON.parse(document.querySelector("[data-content]").dataset.content);
