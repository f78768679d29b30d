// The elements of the kiosk's page, and the kiosk itself. The page brings every shadow tree.
import { Binding } from "./binding.js";
import { content } from "./content.js";
import { define } from "./elements.js";
import "./kiosk.js";

define(async () => ({ Binding }), content);
