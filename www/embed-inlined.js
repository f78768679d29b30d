// How standalone.html comes by the code: it stands before this.
// The page brings every tree.
const content = {};
const code = async () => glue;
