// What a script adds to pages that are whole without it. Each part looks for its own marks and does nothing where there are none.
"use strict";
