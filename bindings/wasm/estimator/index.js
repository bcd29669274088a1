// `<tuoyu-estimator>`: importing this module defines it.

import { Estimator } from "./element.js";

if (!customElements.get("tuoyu-estimator")) customElements.define("tuoyu-estimator", Estimator);

export { Estimator };
