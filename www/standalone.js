// The elements of the page in one file, which brings every shadow tree; and the kiosk, where the address asks for it.
import { Binding } from "./binding.js";
import { content } from "./content.js";
import { define } from "./elements.js";
import { isKiosk } from "./kiosk-shell.js";

define(async () => ({ Binding }), content);
if (isKiosk) import("./kiosk.js");
