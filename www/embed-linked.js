// How embed.js comes by the code: from the file beside it.
const code = () => import("./{glue}");
