// The elements: the modules that put them to work lie beside this file. A line before this, which the prerenderer writes,
// tells what depends on the content.
import { define } from "./elements.js";
import "./restyle.js";

define((kind) => (kind === "map" ? import(MAP) : kind === "facts" ? import(FACTS) : import(VISIT)), content);
