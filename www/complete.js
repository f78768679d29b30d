// The complete module: all that an element may ask of it.
export { default, Host, Pack, stoppedAt } from "shigoto:glue";
export { press } from "./keys.js";
export { read, readAll } from "./own.js";
export { offer } from "./takeaway.js";
export { trace } from "./trace.js";
