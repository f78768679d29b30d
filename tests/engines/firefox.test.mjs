// The common tests, in Firefox.

import { launch } from "./lib/firefox.mjs";
import { suite } from "./lib/suite.mjs";

suite("Firefox", launch);
