// The pages define the element and keep themselves for use without a connection.

import "./tuoyu/estimator/index.js";

if ("serviceWorker" in navigator) navigator.serviceWorker.register("offline.js");
