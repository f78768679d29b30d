// The common tests, in Chromium.

import { launch } from "./lib/chromium.mjs";
import { suite } from "./lib/suite.mjs";

suite("Chromium", launch);
