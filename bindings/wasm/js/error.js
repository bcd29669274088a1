// Faults as one exception.

/** Everything that is wrong with an input. `code`, `path`, `help` and the message are those of the first fault. */
export class TuoyuError extends Error {
  constructor(faults) {
    super(faults.map((fault) => `${fault.code} at ${fault.path || fault.argument}: ${fault.message.en}`).join("\n"));
    const [first] = faults;
    this.name = "TuoyuError";
    this.code = first.code;
    this.path = first.path;
    this.help = first.help.en;
    this.faults = faults;
  }
}

/** The answer of the engine as an object; what it throws as a `TuoyuError`. */
export function answer(ask) {
  let text;
  try {
    text = ask();
  } catch (thrown) {
    // The engine throws the JSON text of a list; anything else is a failure of the host.
    if (typeof thrown !== "string") throw thrown;
    throw new TuoyuError(JSON.parse(thrown));
  }
  return text;
}
