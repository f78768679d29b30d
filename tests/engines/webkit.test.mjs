// The common tests, in WebKit.

import { launch } from "./lib/webkit.mjs";
import { suite } from "./lib/suite.mjs";

// Elsewhere there is no WebKitGTK.
suite("WebKit", launch, { skip: process.platform !== "linux" });
