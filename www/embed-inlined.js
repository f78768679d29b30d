// How standalone.html comes by the code: it stands before this.
const content = JSON.parse(document.querySelector("[data-content]").dataset.content);
const code = async () => glue;
