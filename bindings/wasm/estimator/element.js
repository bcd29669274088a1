// The element: what it is told by attributes, what it remembers, and what it shows.

import { load } from "../index.js";
import { caseOf, childIds, classIds } from "./case.js";
import { h } from "./dom.js";
import { next, questionOf, subjectName, things } from "./interview.js";
import { Pack } from "./pack.js";
import { result } from "./result.js";
import { inFragment, kept, link, read, write } from "./saved.js";
import { questionStep, soFar, thingStep } from "./step.js";
import { summary } from "./summary.js";
import { text } from "./texts.js";

/** The conversation and its result. See docs/browser.md for attributes, events, slots and properties. */
export class Estimator extends HTMLElement {
  static observedAttributes = ["lang", "audience", "rules", "from", "to"];

  #rules = null;
  #pack = null;
  #listed = [];
  #answers = new Map();
  #readings = {};
  #window = null;
  #finished = false;
  #editing = null;
  #fault = null;
  #notice = null;
  #assessment = null;
  #main = h("div", { class: "main" });
  #styled = null;

  constructor() {
    super();
    const style = h("link", { rel: "stylesheet", href: new URL("./estimator.css", import.meta.url).href });
    // What is not styled yet is not shown; without its style it is shown all the same.
    this.#styled = new Promise((done) => ["load", "error"].forEach((name) => style.addEventListener(name, done)));
    this.attachShadow({ mode: "open" }).append(style, this.#main);
  }

  connectedCallback() {
    if (this.#rules === null) this.#start();
  }

  attributeChangedCallback(name, before, now) {
    if (this.#rules === null || before === now) return;
    if (name === "from" || name === "to") this.#window = this.#asked();
    if (name === "audience") this.#restore();
    this.#show();
  }

  /** The list of institutions, in the shape of a case. */
  get institutions() {
    return this.#listed;
  }

  set institutions(list) {
    this.#listed = Array.isArray(list) ? list : [];
    if (this.#rules === null) return;
    this.#checkList();
    this.#show();
  }

  /** The last answer. */
  get assessment() {
    return this.#assessment;
  }

  /** Forgets every answer. */
  clear() {
    this.#answers = new Map();
    this.#readings = {};
    this.#finished = false;
    this.#editing = null;
    this.#notice = null;
    this.#window = this.#asked();
    kept.clear(this.#place());
    this.#show("ask");
  }

  async #start() {
    this.#main.replaceChildren(h("p", { class: "card", role: "status" }, this.#text("loading")));
    try {
      const [rules] = await Promise.all([load(), this.#list(), this.#styled]);
      this.#pack = new Pack(rules.describe());
      this.#rules = rules;
      this.#checkList();
    } catch (error) {
      this.#tell("tuoyu-error", { error });
      const again = h("button", { type: "button", class: "primary", onclick: () => this.#start() }, this.#text("retry"));
      this.#main.replaceChildren(h("div", { class: "card", role: "alert" }, h("p", {}, this.#text("failed")), again));
      return;
    }
    this.#restore();
    this.#tell("tuoyu-ready", { rules: this.#rules });
    this.#show();
  }

  /** The city's list, from the address that the attribute names. */
  async #list() {
    const address = this.getAttribute("institutions");
    if (!address) return;
    try {
      const told = await (await fetch(new URL(address, document.baseURI))).json();
      this.#listed = Array.isArray(told) ? told : told.institutions;
    } catch {
      this.#listed = [];
      this.#notice = "list_failed";
    }
  }

  /** Leaves out what has no id, or is no institution of a case, and tells the page of it. */
  #checkList() {
    const list = Array.isArray(this.#listed) ? this.#listed : [];
    this.#listed = list.filter((one) => typeof one?.id === "string" && one.id !== "");
    try {
      this.#rules.assess({ institutions: this.#listed }, { ...this.#asked(), rules: this.#pack.cheapest });
    } catch (error) {
      const wrong = new Set((error.faults ?? []).map(({ path }) => Number(/^institutions\[(\d+)\]/.exec(path)?.[1] ?? -1)));
      this.#listed = this.#listed.filter((_, place) => !wrong.has(place) && !wrong.has(-1));
      this.#tell("tuoyu-error", { error });
    }
  }

  /** What a link or the last visit holds. */
  #restore() {
    this.#answers = new Map();
    this.#window = this.#asked();
    const context = { audience: this.#audience(), institutions: this.#listed, pack: this.#pack, rules: this.#rules, window: this.#window };
    const shared = inFragment(location.hash);
    const written = shared ?? (this.hasAttribute("forget") ? null : kept.read(this.#place()));
    const found = written === null ? null : read(written, context);
    if (found === null) {
      if (shared !== null) this.#notice = "ignored";
      return;
    }
    this.#answers = found.state.answers;
    this.#readings = found.state.readings;
    if (!this.#isFixed()) this.#window = found.state.window;
    this.#finished = found.state.finished;
    if (found.ignored) this.#notice = "ignored";
    else if (this.#answers.size > 0) this.#notice = "resumed";
  }

  #place() {
    return `tuoyu:${this.#audience()}:${this.#pack?.described.name ?? ""}`;
  }

  #audience() {
    return this.getAttribute("audience") === "institutions" ? "institutions" : "families";
  }

  #language() {
    const told = this.getAttribute("lang") ?? this.closest("[lang]")?.getAttribute("lang") ?? "zh-CN";
    return told.toLowerCase().startsWith("en") ? "en" : "zh";
  }

  #text(key, ...values) {
    return text(this.#language(), key, ...values);
  }

  #isFixed() {
    return this.hasAttribute("from") && this.hasAttribute("to");
  }

  /** The months asked about: those of the attributes, else this calendar year. */
  #asked() {
    const year = new Date().getFullYear();
    return { from: this.getAttribute("from") ?? `${year}-01`, to: this.getAttribute("to") ?? `${year}-12` };
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #answer(id, value) {
    const before = new Map(this.#answers);
    this.#answers.set(id, value);
    try {
      this.#rules.assess(this.#case(), this.#window);
    } catch (error) {
      this.#answers = before;
      this.#fault = (error.faults ?? []).map((fault) => this.#language() === "zh"
        ? `${fault.message.zh}。${fault.help.zh}` : `${fault.message.en}; ${fault.help.en}`);
      this.#show("answer");
      return;
    }
    this.#fault = null;
    this.#notice = null;
    // An answer that was changed may open questions anew.
    if (this.#editing !== null) this.#editing = null;
    this.#tell("tuoyu-answer", { id, value });
    this.#show("ask");
  }

  #case() {
    return caseOf(this.#audience(), this.#answers, this.#listed, this.#pack);
  }

  /** Everything that the views need. */
  #view() {
    const language = this.#language();
    const audience = this.#audience();
    const asked = this.#pack.asked(audience, (this.getAttribute("rules") ?? "").split(/\s+/).filter(Boolean));
    const say = (key, ...values) => text(language, key, ...values);
    const state = { audience, answers: this.#answers, institutions: this.#listed, pack: this.#pack, asked };
    return {
      ...state, language, text: say, rules: this.#rules, window: this.#window, fixed: this.#isFixed(), chosen: this.#readings, fault: this.#fault,
      many: childIds(this.#answers).length > 1 || classIds(this.#answers).length > 0 || (this.#answers.get("parents") ?? []).length > 1,
      name: (subject) => subjectName(subject, { ...state, language, text: say }),
      change: (id) => this.#change(id),
      choose: (readings, focus) => {
        this.#readings = Object.fromEntries(Object.entries(readings).filter(([, option]) => option !== null));
        this.#show(focus);
      },
      setWindow: (window) => {
        this.#window = window;
        this.#show("result");
      },
    };
  }

  #change(id) {
    this.#editing = id;
    this.#show("ask");
  }

  /** The step that stands before the one that is shown. */
  #back(shown) {
    const ids = [...this.#answers.keys()];
    const place = ids.indexOf(shown);
    const previous = place < 0 ? ids.at(-1) : ids[place - 1];
    if (previous !== undefined) this.#change(previous);
  }

  #show(focus = null) {
    const view = this.#view();
    const ask = { ...this.#window, rules: view.asked, readings: this.#readings };
    const facts = this.#case();
    let assessment;
    let content;
    try {
      assessment = this.#rules.assess(facts, ask);
      content = this.#content(view, facts, ask, assessment);
    } catch (error) {
      this.#tell("tuoyu-error", { error });
      this.#main.replaceChildren(h("div", { class: "card", role: "alert" }, h("p", {}, String(error.message))));
      return;
    }
    this.#assessment = assessment;
    this.#main.lang = view.language === "zh" ? "zh-CN" : "en";
    this.#main.replaceChildren(...[this.#head(view), ...content, this.#foot(view)].filter(Boolean));
    if (!this.hasAttribute("forget")) kept.write(this.#place(), this.#written());
    const target = focus && (this.shadowRoot.getElementById(focus) ?? this.shadowRoot.getElementById("result") ?? this.shadowRoot.getElementById("ask"));
    target?.focus();
  }

  #content(view, facts, ask, assessment) {
    const step = this.#editing ? this.#again(view, facts, ask) : this.#finished ? null : next(view, this.#rules, facts, ask);
    if (step === null) {
      this.#finished = true;
      this.#tell("tuoyu-result", { assessment });
      return [result(assessment, view), summary(view), this.#actions(view)];
    }
    const id = step.thing ? step.thing.id : `${step.question.subject}|${step.question.fact}`;
    const more = {
      ...view, left: step.left, answer: (value) => this.#answer(id, value),
      canGoBack: [...this.#answers.keys()].indexOf(id) !== 0 && this.#answers.size > 0, goBack: () => this.#back(id),
      canFinish: things(view).every((thing) => this.#answers.has(thing.id)), finish: () => {
        this.#finished = true;
        this.#editing = null;
        this.#show("result");
      },
    };
    const shown = step.thing ? thingStep(step.thing, more) : questionStep(step.question, more);
    return [this.#answers.size === 0 ? h("slot", { name: "intro" }, h("p", { class: "intro" }, view.text(`intro_${view.audience}`))) : null,
      shown, soFar(assessment, view), this.#answers.size > 0 ? summary(view) : null];
  }

  /** A step that was answered, asked again. Where the answer no longer matters, the conversation goes on. */
  #again(view, facts, ask) {
    const id = this.#editing;
    this.#finished = false;
    const thing = things(view).find((step) => step.id === id);
    if (thing) return { thing, left: null };
    const [subject, fact] = id.split("|");
    // Without its answer the engine asks for it, if it matters.
    const without = new Map([...this.#answers].filter(([name]) => name !== id));
    const unanswered = caseOf(view.audience, without, this.#listed, this.#pack);
    const { outcomes } = this.#rules.assess(unanswered, ask);
    const waited = outcomes.filter((one) => one.missing.some((missing) => missing.subject === subject && missing.fact === fact));
    const question = waited.length > 0 ? questionOf(id, waited[0], waited, this.#rules, unanswered, ask) : null;
    if (question) return { question, left: null };
    this.#editing = null;
    this.#answers.delete(id);
    return next(view, this.#rules, facts, ask);
  }

  #head(view) {
    const other = view.language === "zh" ? "en" : "zh-CN";
    const change = () => {
      this.setAttribute("lang", other);
      this.shadowRoot.querySelector(".language")?.focus();
    };
    const notice = this.#notice ? h("p", { class: "notice", role: "status" }, view.text(this.#notice)) : null;
    return h("header", { class: "head" },
      h("slot", { name: "title" }, h("p", { class: "title" }, view.text(`title_${view.audience}`))),
      h("button", { type: "button", class: "quiet language", part: "language", lang: other, "aria-label": view.text("language_label"), onclick: change }, view.text("language")),
      notice);
  }

  #foot(view) {
    return h("footer", {}, h("slot", { name: "disclaimer" }, h("p", { class: "disclaimer", part: "disclaimer" }, view.text("disclaimer"))), h("slot", { name: "footer" }));
  }

  #actions(view) {
    const told = h("div", { class: "shared", "aria-live": "polite" });
    const button = (key, act, kind = "secondary") => h("button", { type: "button", class: kind, part: "button", onclick: act }, view.text(key));
    const share = async () => {
      const address = link(location.href, this.#written());
      const input = h("input", { id: "link", class: "input", readonly: true, value: address, onfocus: (event) => event.target.select() });
      const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
      told.replaceChildren(h("label", { for: "link" }, view.text(copied ? "shared" : "share_link")), input, h("p", { class: "help" }, view.text("share_help")));
    };
    return h("div", { class: "actions" }, h("div", { class: "row" }, button("print", () => print()), button("share", share), button("again", () => this.clear(), "quiet")), told);
  }

  #written() {
    return write({ audience: this.#audience(), answers: this.#answers, window: this.#window, readings: this.#readings, finished: this.#finished });
  }
}
