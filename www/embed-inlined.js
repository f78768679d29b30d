// How standalone.html comes by the code: it stands before this.
const code = async () => glue;
