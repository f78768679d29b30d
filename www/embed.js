// The elements: the module that binds them to wasm lies beside this file. A line before this, which the prerenderer writes,
// tells what depends on the content.
import { define } from "./elements.js";
import "./restyle.js";

define(() => import(VISIT), content);
