/* The quiz: first its rules, which know no page, then the element. The page holds all words already: what has
   data-if is shown while one of the facts that it names is true. Nothing is sent anywhere. */
(function () {
  "use strict";

  /* Rules: scores as generator/quiz.py does; the tests run both on the same answers. */

  const NOT_APPLICABLE = "na";

  function place(ask, answer) {
    return ask.choices.findIndex(choice => choice[0] === answer);
  }

  function score(quiz, answers) {
    const profile = {};
    for (const ask of quiz.asks) {
      const at = place(ask, answers[ask.id]);
      if (at >= 0) profile[ask.id] = ask.choices[at][1];
    }
    const result = (outcome, number) => ({ outcome, number, profile });
    const answered = ask => Object.hasOwn(profile, ask.id);
    let asked = quiz.asks.filter(ask => answers[ask.id] !== NOT_APPLICABLE);
    const no = asked.findIndex(ask => profile[ask.id] === 0);
    if (quiz.kind === "checklist") {
      if (no >= 0) return result("missing", asked[no].choices.at(-1)[1]);
      return asked.length && asked.every(answered) ? result("complete", 0) : result("profile", null);
    }
    if (quiz.kind === "ladder" && no >= 0) asked = asked.slice(0, no + 1);
    const numbers = asked.filter(answered).map(ask => profile[ask.id]).sort((a, b) => a - b);
    if (!numbers.length || numbers.length * quiz.enough[1] < asked.length * quiz.enough[0]) {
      return result("profile", null);
    }
    const number = quiz.kind === "ladder" ? numbers.at(-1) : numbers[(numbers.length - 1) >> 1];
    return result(number ? "level" : "below", number);
  }

  /* What the page may say of answers. */
  function facts(quiz, answers) {
    const { number, profile } = score(quiz, answers);
    const is = new Set([`result:${number ?? "profile"}`]);
    const count = { answered: 0, na: 0, open: 0 };
    for (const ask of quiz.asks) {
      const answer = answers[ask.id];
      const at = place(ask, answer);
      is.add(`at:${ask.id}:${answer || "open"}`);
      for (let step = 0; step <= at; step++) is.add(`to:${ask.id}:${step}`);
      count[at >= 0 ? "answered" : answer ? "na" : "open"]++;
    }
    for (const name in count) is.add(`${name}:${count[name]}`);
    if (number === null) return is;
    const matrix = quiz.kind === "matrix";
    let holds = quiz.asks.filter(ask => profile[ask.id] < (matrix ? number : 1));
    if (quiz.kind === "ladder") holds = holds.slice(0, 1);
    for (const ask of holds) is.add(`hold:${ask.id}`);
    is.add(holds.length || !count.open || matrix ? `holds:${holds.length}` : "holds:open");
    const steps = quiz.asks.filter(ask => matrix && place(ask, answers[ask.id]) < ask.choices.length - 1 && ask.id in profile)
      .sort((a, b) => profile[a.id] - profile[b.id]).slice(0, 3);
    for (const ask of steps) is.add(`step:${ask.id}:${ask.choices[place(ask, answers[ask.id]) + 1][0]}`);
    is.add(steps.length ? "steps" : "top");
    return is;
  }

  /* What moved between two results. */
  function moved(quiz, then, now) {
    const is = new Set();
    let rose = 0, fell = 0;
    for (const ask of quiz.asks) {
      const from = place(ask, then[ask.id]), to = place(ask, now[ask.id]);
      const by = from < 0 || to < 0 ? "none" : to - from;
      if (by > 0) rose++;
      if (by < 0) fell++;
      is.add(`then:${ask.id}:${then[ask.id] || "open"}`).add(`moved:${ask.id}:${by}`);
    }
    return is.add(`rose:${rose}`).add(`fell:${fell}`);
  }

  /* How often each answer was given, and how far apart the answers lie. */
  function team(quiz, members) {
    const is = new Set([`team:${members.length}`]), counts = {}, apart = {};
    let widest = 0;
    for (const ask of quiz.asks) {
      const places = members.map(answers => place(ask, answers[ask.id])).filter(at => at >= 0);
      ask.choices.forEach(([value], at) => { counts[`${ask.id}:${value}`] = places.filter(one => one === at).length; });
      counts[`${ask.id}:open`] = members.length - places.length;
      const far = apart[ask.id] = Math.max(...places) - Math.min(...places);
      is.add(`apart:${ask.id}:${places.length > 1 ? far : "none"}`);
      if (far > widest) widest = far;
    }
    for (const id in apart) if (widest && apart[id] === widest) is.add(`widest:${id}`);
    return { is: is.add(widest ? "divided" : "agreed"), counts };
  }

  /* A share code is `quiz.version.question.answer.….check`: ids, so that it outlives a reordering. */
  function code(quiz, answers, version = quiz.version) {
    const given = Object.entries(answers).filter(([, answer]) => answer);
    const text = [quiz.id, version, ...given.flat()].join(".");
    return `${text}.${check(text)}`;
  }

  /* FNV-1a: a code that was cut short or mistyped must not pass for another result. */
  function check(text) {
    let hash = 0x811c9dc5;
    for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
    return (hash >>> 0).toString(36);
  }

  function read(quiz, text) {
    const parts = String(text).trim().replace(/^.*#r=/s, "").split(".");
    const sum = parts.pop();
    if (parts.length < 2 || parts.length % 2 || check(parts.join(".")) !== sum) return { state: "broken" };
    const answers = {};
    for (let at = 2; at < parts.length; at += 2) answers[parts[at]] = parts[at + 1];
    return fit(quiz, { quiz: parts[0], version: parts[1], answers });
  }

  /* Answers from elsewhere, as far as this quiz knows their questions and choices. */
  function fit(quiz, saved) {
    const given = saved?.answers;
    if (!given || typeof given !== "object" || Array.isArray(given)) return { state: "broken" };
    if (saved.quiz !== quiz.id) return { state: "other", quiz: String(saved.quiz) };
    const answers = {};
    for (const ask of quiz.asks) {
      const answer = Object.hasOwn(given, ask.id) && given[ask.id];
      if (answer === NOT_APPLICABLE || place(ask, answer) >= 0) answers[ask.id] = answer;
    }
    const lost = Math.min(Object.keys(given).length - Object.keys(answers).length, quiz.asks.length);
    return { state: lost || saved.version !== quiz.version ? "changed" : "read", answers, lost };
  }

  /* The page */

  const EVENTS = ["change", "click", "submit"];
  const START = -1; // before question 0
  const kept = {};

  /* Where storage is forbidden or full, the page remembers for as long as it is open. */
  function load(key) {
    let text = kept[key];
    try { text ??= localStorage.getItem(key); } catch { /* forbidden */ }
    try { return JSON.parse(text); } catch { return null; }
  }

  function save(key, value) {
    const text = JSON.stringify(value);
    try {
      localStorage.setItem(key, text);
      delete kept[key];
      return true;
    } catch {
      kept[key] = text;
      return false;
    }
  }

  function olderKeys(prefix) {
    try { return Object.keys(localStorage).filter(key => key.startsWith(prefix)); } catch { return []; }
  }

  function apply(root, is) {
    for (const part of root.querySelectorAll("[data-if], [data-on]")) {
      const any = names => names.split(" ").some(name => is.has(name));
      if (part.dataset.if) part.toggleAttribute("hidden", !any(part.dataset.if));
      else part.classList.toggle("is-on", any(part.dataset.on));
    }
  }

  /* On somebody else's page: light or dark as the address says (?theme=dark), or as the reader's system asks. */
  function dress() {
    const theme = new URLSearchParams(location.search).get("theme");
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.onchange = () => {
      document.body.dataset.mdColorScheme = (theme ? theme === "dark" : dark.matches) ? "slate" : "default";
    };
    dark.onchange();
    for (const link of document.querySelectorAll("[data-atlas-language]")) link.search = location.search;
  }

  class AtlasQuiz extends HTMLElement {
    connectedCallback() {
      this.quiz = JSON.parse(this.dataset.quiz);
      this.last = this.quiz.asks.length;
      this.key = `atlas-quiz:${this.quiz.id}:${this.quiz.version}`;
      this.form = this.querySelector("form");
      for (const name of EVENTS) this.addEventListener(name, this);
      addEventListener("hashchange", this);
      if (this.dataset.home) dress();
      this.recall();
      this.open();
    }

    disconnectedCallback() {
      removeEventListener("hashchange", this);
    }

    handleEvent(event) {
      const { target, type } = event;
      if (type === "hashchange") this.open();
      else if (type === "submit") this.next(event);
      else if (type === "change" && target.files) this.import(target);
      else if (type === "change" && this.form.contains(target)) this.answer();
      const button = type === "click" && target.closest("button[data-do]");
      if (button) this[button.dataset.do]();
    }

    /* Own answers, those of an earlier version of the quiz included. */
    recall() {
      const saved = [this.key, ...olderKeys(`atlas-quiz:${this.quiz.id}:`)].map(load).find(Boolean);
      const found = fit(this.quiz, saved);
      const earlier = fit(this.quiz, saved?.earlier);
      this.own = found.answers || {};
      this.earlier = earlier.answers;
      this.changed = found.state === "changed" ? found : null;
      this.at = Number.isInteger(saved?.at) && saved.at >= START && saved.at <= this.last ? saved.at : START;
      if (found.state === "changed") this.at = START;
    }

    /* What the address asks for: a shared result to read, or one's own quiz. */
    open() {
      const hash = /^#r=(.*)/s.exec(location.hash);
      const found = hash && read(this.quiz, hash[1]);
      this.shared = found?.answers;
      this.note = found || this.changed;
      this.then = this.shared ? null : this.earlier;
      this.teaming = false;
      this.render();
      if (found) this.querySelectorAll("[data-there]").forEach(link => { link.hash = location.hash; });
    }

    get begun() {
      return Object.keys(this.own).length > 0;
    }

    get answers() {
      return this.shared || this.own;
    }

    get view() {
      if (this.teaming) return "team";
      if (this.shared || this.at === this.last) return "result";
      return this.at === START ? "start" : "ask";
    }

    render(...more) {
      const { answers, at, last, note, view } = this;
      const is = facts(this.quiz, answers);
      const say = name => is.add(name);
      for (const name of ["js", `view:${view}`, `ask:${at}`, ...more]) say(name);
      say(at === last - 1 ? "last" : "more");
      say(this.shared ? "shared" : "own");
      say(this.begun ? "resume" : "fresh");
      if (note) say(note.state).add(`lost:${note.lost}`).add(`quiz:${note.quiz}`);
      if (note?.state === "other" && !this.querySelector(`[data-if="quiz:${CSS.escape(note.quiz)}"]`)) say("unknown");
      if (this.then) moved(this.quiz, this.then, answers).add("compared").forEach(name => say(name));
      apply(this, is);
      for (const input of this.form.querySelectorAll("input")) input.checked = (answers[input.name] || "") === input.value;
      this.share();
    }

    share() {
      const home = new URL(this.dataset.home, location.href);
      this.querySelector("[name=link]").value = `${home.href.split("#")[0]}#r=${code(this.quiz, this.answers)}`;
      this.querySelector("[download]").href = `data:application/json,${encodeURIComponent(JSON.stringify(this.file()))}`;
    }

    file(answers = this.answers) {
      return { quiz: this.quiz.id, version: this.quiz.version, answers };
    }

    keep() {
      const earlier = this.earlier && this.file(this.earlier);
      return save(this.key, { ...this.file(this.own), at: this.at, earlier });
    }

    go(at, ...more) {
      this.at = at;
      this.note = null;
      this.teaming = false;
      this.render(...more, this.keep() || "unsaved");
      this.focusOn();
    }

    /* The new question's legend, or the new part's heading. */
    focusOn() {
      [...this.querySelectorAll("[data-focus]")].find(part => !part.closest("[hidden]"))?.focus();
    }

    answer() {
      this.own = Object.fromEntries([...new FormData(this.form)].filter(([, answer]) => answer));
      this.render(this.keep() || "unsaved");
    }

    next(event) {
      event.preventDefault();
      this.go(this.at + 1);
    }

    back() { this.go(this.at - 1); }
    begin() { this.go(0); }
    resume() { this.go(Math.max(0, this.quiz.asks.findIndex(ask => !this.own[ask.id]))); }
    result() { this.go(this.last); }

    restart() {
      if (this.begun) this.earlier = this.then = this.own;
      this.own = {};
      this.go(START);
    }

    /* The only way for a shared result to become one's own; what it replaces stays as the earlier one. */
    adopt() {
      const shared = this.shared;
      this.restart();
      this.own = shared;
      this.at = this.last;
      this.keep();
      this.leave();
    }

    leave() {
      location.hash = "";
      this.open();
      this.focusOn();
    }

    copy() {
      this.querySelector("[name=link]").select();
      document.execCommand("copy");
      this.render("copied");
    }

    print() { print(); }

    compare() {
      const found = read(this.quiz, this.querySelector("[name=earlier]").value);
      this.note = found.state === "read" ? null : found;
      if (found.answers) this.then = found.answers;
      this.render();
    }

    gather() {
      this.teaming = true;
      this.render();
      this.focusOn();
    }

    merge() {
      const lines = this.querySelector("[name=codes]").value.split(/\s+/).filter(Boolean);
      const found = lines.map(line => read(this.quiz, line));
      const members = found.map(one => one.answers).filter(Boolean);
      if (this.querySelector("[name=mine]").checked) members.unshift(this.own);
      const most = Number(this.dataset.most);
      members.splice(most);
      const { is, counts } = team(this.quiz, members);
      const number = test => Math.min(found.filter(test).length, most);
      this.note = null;
      this.render("merged", ...is, `without:${number(one => !one.answers)}`, `differ:${number(one => one.state === "changed")}`);
      for (const cell of this.querySelectorAll("[data-count]")) {
        const count = counts[cell.dataset.count];
        cell.textContent = count ? count.toLocaleString(document.documentElement.lang) : "–";
        cell.classList.toggle("is-on", count > 0);
      }
      const list = this.querySelector("[data-members]");
      list.replaceChildren(...members.map(answers => {
        const member = list.previousElementSibling.content.cloneNode(true);
        apply(member, facts(this.quiz, answers));
        return member;
      }));
    }

    /* Files become codes: one opens to read, in the team view they join the others. */
    async import(input) {
      const texts = await Promise.all([...input.files].map(file => file.text()));
      input.value = "";
      const codes = texts.map(text => {
        try {
          const { quiz, version, answers } = JSON.parse(text);
          return code({ id: quiz }, answers, version);
        } catch { return "?"; }
      });
      if (!this.teaming) location.hash = `r=${codes[0]}`;
      else this.querySelector("[name=codes]").value += `${codes.join("\n")}\n`;
    }
  }

  Object.assign(AtlasQuiz, { score, facts, moved, team, code, read });
  if (!customElements.get("atlas-quiz")) customElements.define("atlas-quiz", AtlasQuiz);
})();
