/* The quiz: first its rules, which know no page, then the element. The page holds all words already: what has
   data-if is shown while one of the facts that it names is true. Nothing is sent anywhere. */
(function () {
  "use strict";

  /* Rules: every kind of quiz that generator/quiz/kinds.py makes has its own; the tests hold them to the page's
     words. Each gives a state, the lowest and highest level that the answers support, and what holds back. */

  const NOT_APPLICABLE = "na";
  const AFTER = "+changes"; // beside an edition: the content was newer

  const KINDS = {
    /* Levels that build on each other; a level is reached where all questions about it that apply are. */
    ladder(quiz, asked, profile) {
      const reached = ask => profile[ask.id] > 0;
      const rungs = Array.from({ length: quiz.rungs }, (_, at) => {
        const own = asked.filter(ask => ask.rung === at + 1), not = own.filter(ask => profile[ask.id] === 0);
        return { number: at + 1, own, not, all: own.length && own.every(reached), some: own.some(reached) };
      });
      const short = rungs.find(rung => rung.own.length && !rung.all), gap = rungs.find(rung => rung.not.length);
      const low = rungs.findLast(rung => rung.all && !(rung.number > short?.number))?.number ?? 0;
      const ceiling = gap ? gap.number - 1 : quiz.rungs;
      const lags = gap ? gap.not : [];
      const later = gap ? rungs.slice(gap.number) : [];
      const against = later.filter(rung => rung.all || rung.some && rung.number > gap.number + 1);
      const high = Math.max(ceiling, later.findLast(rung => rung.some && !rung.not.length && against.includes(rung))?.number ?? 0);
      const open = rungs.slice(low, ceiling).some(rung => rung.own.length);
      const beyond = later.flatMap(rung => rung.own.filter(reached));
      const found = { state: low < high ? "range" : low ? "level" : "below", low, high, lags, beyond };
      const clash = { why: "clash", first: lags[0]?.id, last: against.at(-1)?.own.findLast(reached).id };
      if (against.length) return low < high ? { ...found, ...clash } : { state: "clash", lags, beyond, ...clash };
      if (!low && ceiling < 2 && quiz.by === "source") return { ...found, state: "below", high: 1 };
      return { ...found, why: low < high ? open ? "open" : "na" : null };
    },

    /* A description for each dimension. */
    matrix(quiz, asked, profile) {
      const { reach, near, near_by } = quiz.rule;
      const numbers = Object.values(profile).sort((a, b) => a - b), total = numbers.length;
      const level = numbers.findLast(number => share(numbers.filter(one => one >= number).length, total, reach));
      const below = limit => asked.filter(ask => profile[ask.id] < limit);
      const close = numbers.filter(number => Math.abs(number - level) <= near_by).length;
      if (share(close, total, near)) return { state: "level", low: level, high: level, lags: below(level) };
      return { state: "range", low: numbers[0], high: numbers.at(-1), lags: below(numbers.at(-1) - near_by), why: "apart" };
    },

    /* Layers that are needed together: they are no levels. */
    checklist(quiz, asked, profile) {
      const lags = asked.filter(ask => profile[ask.id] === 0);
      return { state: lags.length ? "missing" : Object.keys(profile).length === quiz.asks.length ? "complete" : "profile", lags };
    },
  };

  function share(some, all, [least, of]) {
    return some * of >= all * least;
  }

  function place(ask, answer) {
    return ask.choices.findIndex(choice => choice[0] === answer);
  }

  /* How many steps an answer stands above the lowest: levels where descriptions are chosen, of which some may have
     none; else answers. */
  function height(quiz, ask, answer) {
    const at = place(ask, answer);
    return at >= 0 && quiz.kind === "matrix" ? ask.choices[at][1] - 1 : at;
  }

  function groupsOf(quiz) {
    const names = [...new Set(quiz.asks.map(ask => ask.group).filter(Boolean))];
    return names.map(name => [name, quiz.asks.filter(ask => ask.group === name)]);
  }

  /* The whole of a quiz, and each group of its dimensions, of which too little is answered to name a level. */
  function fewOf(quiz, profile) {
    const short = asks => !share(asks.filter(ask => Object.hasOwn(profile, ask.id)).length, asks.length, quiz.rule.enough);
    const all = quiz.kind === "checklist" ? [] : [["", quiz.asks], ...groupsOf(quiz)];
    return all.filter(([, asks]) => short(asks)).map(([name]) => name);
  }

  function score(quiz, answers) {
    if (!Object.hasOwn(KINDS, quiz.kind)) throw new Error(`Unknown kind of quiz: ${quiz.kind}`);
    const profile = {};
    for (const ask of quiz.asks) {
      const at = place(ask, answers[ask.id]);
      if (at >= 0) profile[ask.id] = ask.choices[at][1];
    }
    const asked = quiz.asks.filter(ask => answers[ask.id] !== NOT_APPLICABLE);
    const given = Object.keys(profile).length;
    const found = given ? fewOf(quiz, profile).length ? { state: "profile" } : KINDS[quiz.kind](quiz, asked, profile) : { state: asked.length ? "none" : "inapplicable" };
    return { low: null, high: null, lags: [], why: null, beyond: [], ...found, profile };
  }

  /* What the page may say of answers. */
  function facts(quiz, answers) {
    const found = score(quiz, answers);
    const { state, low, high, why, profile, beyond } = found;
    const is = new Set([`state:${state}`]);
    const say = (...names) => names.forEach(name => is.add(name));
    const count = { answered: 0, na: 0, open: 0 };
    for (const ask of quiz.asks) {
      const answer = answers[ask.id];
      const at = height(quiz, ask, answer);
      say(`at:${ask.id}:${answer || "open"}`);
      if (answer) say(`given:${ask.id}`);
      for (let step = 0; step <= at; step++) say(`to:${ask.id}:${step}`);
      count[at >= 0 ? "answered" : answer ? "na" : "open"]++;
    }
    for (const name in count) say(`${name}:${count[name]}`);
    for (const part of state === "profile" ? fewOf(quiz, profile) : []) say(`few:${part}`);
    if (why) say(`why:${why}`);
    if (low !== null && !why) say(`next:${low}`, `next:${state === "below" ? high : low}`);
    if (found.first) say(`first:${found.first}`, `last:${found.last}`);
    if (found.first && quiz.by === "source") say(`ceiling:${Math.max(1, found.lags[0].rung - 1)}`);
    // Nobody stands below a source's first level for certain: then its first level may be one's place, too.
    if (low !== null) say(`low:${low}`, `high:${high}`, `end:${low}`, `end:${high}`, `end:${low || Number(quiz.by === "source")}`);
    if (low !== null && low === high) say(`level:${low}`);
    for (let number = low; low !== null && number <= high; number++) say(`in:${number}`);
    if (low !== null || found.lags.length) {
      if (why !== "open" && count.open) say("unsettled");
      say(found.lags.length || !count.open ? `lags:${found.lags.length}` : "lags:open");
      for (const ask of found.lags) say(`lag:${ask.id}`);
      for (const ask of beyond) say("beyond", `beyond:${ask.id}`);
    }
    if (quiz.kind === "matrix") spread(quiz, profile, say);
    if (state === "missing") limits(quiz, found.lags, say);
    const lowest = Math.min(...Object.values(profile));
    for (const ask of quiz.kind === "matrix" && lowest < quiz.rungs ? quiz.asks.filter(ask => profile[ask.id] === lowest) : []) {
      say("steps", `step:${ask.id}:${ask.choices[lowest][0]}`);
    }
    return is;
  }

  /* The lowest and the highest answers, of all and of each group of dimensions. */
  function spread(quiz, profile, say) {
    const known = quiz.asks.filter(ask => Object.hasOwn(profile, ask.id));
    if (known.length < 2) return;
    const ends = asks => [Math.min, Math.max].map(end => end(...asks.map(ask => profile[ask.id])));
    const [lowest, highest] = ends(known);
    say(`lowest:${lowest}`, `highest:${highest}`, lowest < highest ? "spread" : "even");
    for (const ask of known) {
      if (profile[ask.id] === lowest) say(`lowest:${lowest}:${ask.id}`);
      if (profile[ask.id] === highest) say(`highest:${highest}:${ask.id}`);
    }
    const sides = groupsOf(quiz).map(([group, all]) => {
      const own = all.filter(ask => known.includes(ask));
      return { group, own, ends: ends(own), enough: share(own.length, all.length, quiz.rule.enough) };
    }).filter(({ own }) => own.length);
    for (const { group, own, ends: [from, to] } of sides) say(`group:${group}`, `group:${group}:of:${own.length}`, `group:${group}:low:${from}`, `group:${group}:high:${to}`);
    for (const one of sides) for (const two of sides) if (one.enough && two.enough && one.ends[0] > two.ends[1] + quiz.rule.near_by) say(`ahead:${one.group}:${two.group}`);
  }

  /* How far one comes elsewhere without layers: no further than the nearest limit allows. */
  function limits(quiz, missing, say) {
    for (const [other, numbers] of Object.entries(quiz.limits || {})) {
      const limit = Math.min(...missing.map(ask => numbers[ask.id]));
      say(`upto:${other}:${limit}`);
    }
  }

  /* What moved between two results. */
  function moved(quiz, then, now) {
    const is = new Set();
    let rose = 0, fell = 0, fresh = 0;
    for (const ask of quiz.asks) {
      const [from, to] = [then, now].map(answers => height(quiz, ask, answers[ask.id]));
      const by = from < 0 || to < 0 ? "none" : to - from;
      if (by > 0) rose++;
      if (by < 0) fell++;
      if (from < 0 && to >= 0) fresh++;
      is.add(`moved:${ask.id}:${by}`);
    }
    for (const name of facts(quiz, then)) is.add(`was:${name}`);
    const [before, after] = [then, now].map(answers => score(quiz, answers));
    if (before.low !== null && after.low !== null) {
      const one = before.low === before.high && after.low === after.high;
      const by = after.low - before.low, same = quiz.asks.every(ask => then[ask.id] === now[ask.id]);
      if (one || same) is.add(`level-moved:${by > 0 ? "risen" : by < 0 ? "fallen" : 0}`).add(`levels:${Math.abs(by)}`);
      else is.add(`level-moved:${after.low > before.high ? "up" : after.high < before.low ? "down" : "unknown"}`);
    }
    return is.add(rose || fell || fresh ? "stirred" : "unmoved").add(`rose:${rose}`).add(`fell:${fell}`).add(`new:${fresh}`);
  }

  /* FNV-1a */
  function hash(text) {
    let value = 0x811c9dc5;
    for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193);
    return value >>> 0;
  }

  /* A code that was cut short or mistyped must not pass for another result. */
  function check(text) {
    return hash(text).toString(36);
  }

  function key(id, length) {
    return (hash(id) % 36 ** length).toString(36).padStart(length, "0");
  }

  /* A share code is the quiz and a dot, its version, the edition, for each answer two letters of its question's hash
     and one for its place, so that it outlives a reordering of the questions, and a check sum. */
  function code(quiz, answers) {
    const given = quiz.asks.filter(ask => answers[ask.id]);
    const letters = given.map(ask => key(ask.id, 2) + (answers[ask.id] === NOT_APPLICABLE ? "z" : place(ask, answers[ask.id]).toString(36)));
    const text = `${key(quiz.id, 3)}.${quiz.version}${quiz.edition || "00"}${letters.join("")}`;
    return text + key(text, 5);
  }

  /* Those of November 2026 have three dots and no edition. */
  const CODE = /^((\w{3})\.(\w{8})(\w\w)((?:\w{3})*))(\w{5})$/;
  const DOTTED = /^((\w{3})\.(\w{8})()\.((?:\w{3})*))\.(\w{5})$/;

  function read(quiz, line, others = []) {
    const said = String(line).trim().replace(/^.*#r=/s, "");
    const found = CODE.exec(said) || DOTTED.exec(said);
    if (!found) return readByIds(quiz, said.split("."));
    const [, text, id, version, by, letters, sum] = found, made = edition(by);
    if (sum !== key(text, 5)) return { state: "broken" };
    if (id !== key(quiz.id, 3)) return { state: "other", quiz: others.find(other => key(other, 3) === id) ?? id };
    const answers = {}, known = version.slice(0, 4) === quiz.version.slice(0, 4);
    let lost = 0;
    for (const [, name, at] of letters.matchAll(/(..)(.)/gs)) {
      const asks = quiz.asks.filter(ask => key(ask.id, 2) === name);
      const answer = at === "z" ? NOT_APPLICABLE : asks[0]?.choices[parseInt(at, 36)]?.[0];
      if (known && asks.length === 1 && answer) answers[asks[0].id] = answer;
      else lost++;
    }
    return { state: lost || version !== quiz.version ? "changed" : "read", answers, lost: Math.min(lost, quiz.asks.length), ...(made && { edition: made }) };
  }

  /* Codes of before November 2026 name everything by its id: `quiz.version.question.answer.….check`. */
  function readByIds(quiz, parts) {
    const sum = parts.pop(), [id, version, ...given] = parts;
    if (!version || given.length % 2 || sum !== check(parts.join("."))) return { state: "broken" };
    const answers = {};
    for (let at = 0; at < given.length; at += 2) answers[given[at]] = given[at + 1];
    return fit(quiz, { quiz: id, version, answers });
  }

  /* As generator/quiz/definition.py writes it in two letters; "00" is none. */
  function edition(letters) {
    const number = parseInt(letters, 36) - 1, month = Math.floor(number / 6), nth = (number % 6 >> 1) + 1;
    return number >= 0 ? `${2026 + Math.floor(month / 12)}.${`${month % 12 + 1}`.padStart(2, "0")}${nth > 1 ? `.${nth}` : ""}${number % 2 ? AFTER : ""}` : null;
  }

  function old({ quiz, version, answers }) {
    const text = [quiz, version, ...Object.entries(answers).filter(([, answer]) => answer).flat()].join(".");
    return `${text}.${check(text)}`;
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
  const STEP = /^#q(\d{1,3})$/;
  const EDITION = /^(\d{4}\.\d\d(?:\.\d+)?)(\+changes)?$/;
  const kept = {};
  let opened = null; // the file that was opened last, as a link has only its answers

  /* Where storage is forbidden or full, the page remembers for as long as it is open. */
  function load(key) {
    let text = kept[key];
    try { text ??= localStorage.getItem(key); } catch { /* forbidden */ }
    return parsed(text);
  }

  function store(key, value) {
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

  function parsed(text) {
    try { return JSON.parse(text); } catch { return null; }
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

  /* What the page says in more than one place is written once: a copy is of a question, whose id takes the place
     of each star, or of an earlier result, whose facts have a word before them. */
  function copies(quiz, root) {
    for (const spot of root.querySelectorAll("[data-copy]")) {
      const { copy, of = "", before = "" } = spot.dataset;
      spot.replaceChildren(quiz.querySelector(`[data-part=${copy}]`).content.cloneNode(true));
      for (const part of spot.querySelectorAll("*")) {
        for (const { name, value } of part.attributes) part.setAttribute(name, value.replaceAll("*", of));
        if (before) part.dataset.if &&= part.dataset.if.replace(/\S+/g, `${before}$&`);
      }
    }
  }

  /* The order of descriptions gives no answer away, and is the same at every visit. */
  function mix(box) {
    const order = choice => hash(choice.querySelector("input").name + choice.querySelector("input").value);
    box.append(...[...box.children].sort((a, b) => order(a) - order(b)));
  }

  /* A step of a plan is one of the page's, by its id, or a text of one's own. */
  const nameOf = item => item.step ?? item.text;

  /* What somebody wrote beside answers: notes by question, and a plan of steps; only what has the right form. */
  function beside(quiz, saved) {
    const texts = (given, names) => Object.fromEntries(names.map(name => [name, given?.[name]]).filter(([, text]) => text && typeof text === "string"));
    const plan = (Array.isArray(saved?.plan) ? saved.plan : []).map(one => texts(one, ["step", "text", "owner", "date"])).filter(nameOf);
    return { notes: texts(saved?.notes, quiz.asks.map(ask => ask.id)), plan };
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
      for (const box of this.querySelectorAll("[data-mixed]")) mix(box);
      copies(this, this);
      for (const step of this.querySelectorAll("[data-step]")) step.append(this.querySelector("[data-into-plan]").content.cloneNode(true));
      this.others = [...this.querySelectorAll("[data-if^='quiz:']")].map(part => part.dataset.if.slice(5));
      if (this.dataset.home) dress();
      if (parent !== window) new ResizeObserver(() => this.measure()).observe(this.parentElement);
      this.recall();
      this.open();
    }

    disconnectedCallback() {
      removeEventListener("hashchange", this);
    }

    handleEvent(event) {
      const { target, type } = event;
      if (type === "hashchange") this.open();
      else if (type === "submit") this[target.dataset.do || "next"](event);
      else if (type === "change" && target.files) this.import(target);
      else if (type === "change" && target.dataset.note) this.write(target);
      else if (type === "change" && target.dataset.plan) this.schedule(target);
      else if (type === "change" && this.form.contains(target)) this.answer();
      const button = type === "click" && target.closest("button[data-do]");
      if (button) this[button.dataset.do](button);
    }

    /* Own answers, those of an earlier version of the quiz included. */
    recall() {
      const saved = [this.key, ...olderKeys(`atlas-quiz:${this.quiz.id}:`)].map(load).find(Boolean);
      const found = fit(this.quiz, saved);
      const earlier = saved?.earlier, { answers } = fit(this.quiz, earlier);
      this.own = found.answers || {};
      this.earlier = answers && { answers, ...beside(this.quiz, earlier) };
      this.written = beside(this.quiz, saved);
      this.changed = found.state === "changed" ? found : null;
      this.at = Number.isInteger(saved?.at) && saved.at >= START && saved.at <= this.last ? saved.at : START;
      if (found.state === "changed") this.at = START;
    }

    /* What the address asks for: a shared result to read, a question, or one's own quiz where it was left. */
    open() {
      const hash = /^#r=(.*)/s.exec(location.hash), step = STEP.exec(location.hash);
      if (step) this.at = Math.min(step[1] - 1, this.last);
      const found = hash && read(this.quiz, hash[1], this.others);
      this.shared = found?.answers;
      this.note = found || this.changed;
      const file = opened?.code === location.hash && opened;
      this.brought = file ? file.beside : null;
      this.edition = found?.edition || file && file.edition;
      this.then = this.shared ? null : this.earlier?.answers;
      this.teaming = false;
      this.render();
      if (step) this.focusOn();
      if (found) this.querySelectorAll("[data-there]").forEach(link => { link.hash = location.hash; });
    }

    /* The page around a frame may make room: nothing but the height is told to it. */
    measure() {
      const height = Math.ceil(this.parentElement.getBoundingClientRect().bottom + scrollY) + 24;
      parent.postMessage({ atlasQuiz: this.quiz.id, height }, "*");
    }

    get begun() {
      const { notes, plan } = this.written;
      return [this.own, notes, plan].some(part => Object.keys(part).length);
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
      say(this.brought ? "file" : "link");
      const [, id, after] = EDITION.exec(this.edition) || [];
      if (id) say(after ? "after-edition" : "of-edition");
      for (const part of this.querySelectorAll("[data-edition]")) part.textContent = id || "";
      say(this.begun ? "resume" : "fresh");
      if (this.earlier) say("earlier");
      if (note) say(note.state).add(`lost:${note.lost}`).add(`quiz:${note.quiz}`);
      if (note?.lost) say("lost");
      if (note?.state === "other" && !this.querySelector(`[data-if="quiz:${CSS.escape(note.quiz)}"]`)) say("unknown");
      if (this.then) moved(this.quiz, this.then, answers).add("compared").forEach(name => say(name));
      const plan = this.beside.plan.filter(one => this.textOf(one));
      if (plan.length) say("planned");
      apply(this, is);
      const { lang } = document.documentElement;
      const told = Object.fromEntries([...is].map(fact => /^(.+):(.*)$/.exec(fact)).filter(Boolean).map(([, name, value]) => [name, value]));
      for (const part of this.querySelectorAll("[data-told]")) part.textContent = Number(told[part.dataset.told]).toLocaleString(lang);
      for (const input of this.form.querySelectorAll("input")) input.checked = answers[input.name] === input.value;
      this.showNotes();
      this.showPlan(plan);
      this.share();
    }

    /* Where others find it: of a page that was opened from a file that is its published address. */
    get home() {
      const published = location.protocol === "file:" && document.querySelector("[rel=canonical]");
      return new URL(this.dataset.home, published?.href ?? location.href).href.split("#")[0];
    }

    get beside() {
      return this.shared ? this.brought || beside(this.quiz) : this.written;
    }

    showNotes() {
      const { notes } = this.beside;
      for (const part of this.querySelectorAll("[data-note]")) part.value = this.written.notes[part.dataset.note] || "";
      for (const part of this.querySelectorAll("[data-noted]")) {
        part.textContent = notes[part.dataset.noted] || "";
        part.hidden = !part.textContent;
      }
    }

    textOf({ step, text }) {
      return text ?? this.querySelector(`[data-step="${CSS.escape(step)}"] > span`)?.textContent;
    }

    /* Only what changed is made anew, so that the focus stays where somebody writes. */
    showPlan(plan) {
      for (const item of this.querySelectorAll("[data-step]")) item.lastElementChild.hidden = !plan.some(one => one.step === item.dataset.step);
      const list = this.querySelector("[data-rows]"), shown = JSON.stringify([plan.map(nameOf), Boolean(this.shared)]);
      if (list.dataset.rows !== shown) list.replaceChildren(...plan.map(one => {
        const row = list.previousElementSibling.content.cloneNode(true);
        row.querySelector("[data-text]").textContent = this.textOf(one);
        for (const field of row.querySelectorAll("input")) Object.assign(field, { value: one[field.dataset.plan] || "", readOnly: Boolean(this.shared) }).dataset.of = nameOf(one);
        Object.assign(row.querySelector("button"), { value: nameOf(one), hidden: Boolean(this.shared) });
        return row;
      }));
      list.dataset.rows = shown;
      // A field is cut off on paper: there its words stand beside it.
      const { lang } = document.documentElement;
      for (const field of list.querySelectorAll("input")) {
        field.nextElementSibling.textContent = field.valueAsDate?.toLocaleDateString(lang, { dateStyle: "long", timeZone: "UTC" }) ?? field.value;
      }
    }

    write(field) {
      const { notes } = this.written, id = field.dataset.note;
      if (field.value.trim()) notes[id] = field.value.trim();
      else delete notes[id];
      this.put();
    }

    schedule({ dataset, value }) {
      const item = this.written.plan.find(one => nameOf(one) === dataset.of);
      if (value) item[dataset.plan] = value;
      else delete item[dataset.plan];
      this.put();
    }

    plan(button) { this.choose({ step: button.closest("[data-step]").dataset.step }); }

    /* A step of one's own. */
    add(event) {
      event.preventDefault();
      const field = event.target.elements.text, text = field.value.trim();
      if (text) this.choose({ text });
      field.value = "";
    }

    choose(item) {
      if (!this.written.plan.some(one => nameOf(one) === nameOf(item))) this.written.plan.push(item);
      this.put();
    }

    drop(button) {
      this.written.plan = this.written.plan.filter(one => nameOf(one) !== button.value);
      this.put();
      this.querySelector("[data-plan-title]").focus();
    }

    /* Teams, tables and pictures are made by a script of their own, which comes when somebody asks for one.
       HOME is the frame's. */
    more(button) {
      if (AtlasQuiz.more) return AtlasQuiz.more(this, button.value);
      const script = document.head.appendChild(document.createElement("script"));
      Object.assign(script, { src: `${HOME}-quiz-more.js`, onload: () => this.more(button) });
    }

    share() {
      this.querySelector("[name=link]").value = `${this.home}#r=${code(this.quiz, this.answers)}`;
      for (const [link, saved] of Object.entries({ now: { answers: this.answers, ...this.beside }, earlier: this.earlier })) {
        if (saved) this.querySelector(`[data-file=${link}]`).href = `data:application/json,${encodeURIComponent(JSON.stringify(this.whole(saved)))}`;
      }
    }

    /* A file, in an order of its own whatever was written first. */
    whole({ answers, ...written }) {
      const { id, version } = this.quiz, { notes, plan } = beside(this.quiz, written);
      const made = edition(this.quiz.edition);
      return { quiz: id, version, ...(made && { edition: made }), answers: fit(this.quiz, { quiz: id, answers }).answers, ...(Object.keys(notes).length && { notes }), ...(plan.length && { plan }) };
    }

    keep() {
      const { own, written, at, earlier } = this;
      return store(this.key, { ...this.whole({ answers: own, ...written }), at, earlier: earlier && this.whole(earlier) }) ? "saved" : "unsaved";
    }

    go(at, ...more) {
      this.mark(this.at, at);
      this.at = at;
      this.note = null;
      this.teaming = false;
      this.render(...more, this.keep());
      this.focusOn();
    }

    put() { this.render(this.keep()); }

    /* The browser's own way back leads to the question before: each has an address. */
    mark(from, to) {
      if (!STEP.test(location.hash)) history.replaceState(history.state, "", `#q${from + 1}`);
      history.pushState(history.state, "", `#q${to + 1}`);
    }

    /* The new question's legend, or the new part's heading. */
    focusOn() {
      [...this.querySelectorAll("[data-focus]")].find(part => !part.closest("[hidden]"))?.focus();
    }

    answer() {
      this.own = Object.fromEntries(new FormData(this.form));
      this.put();
    }

    next(event) {
      event.preventDefault();
      this.go(this.at + 1);
    }

    clear(button) {
      delete this.own[button.value];
      this.put();
      this.focusOn();
    }

    look(button) { this.go(Number(button.value)); }
    back() { this.go(this.at - 1); }
    begin() { this.go(0); }
    resume() { this.go(Math.max(0, this.quiz.asks.findIndex(ask => !this.own[ask.id]))); }
    result() { this.go(this.last); }

    /* Notes and a plan go with the answers that they were written to: all stay together as the earlier result. */
    restart() {
      const { own: answers, written } = this;
      if (this.begun) this.earlier = { answers, ...written };
      this.then = this.earlier?.answers;
      this.own = {};
      this.written = beside(this.quiz);
      this.go(START);
    }

    /* The only way for a shared result to become one's own; what it replaces stays as the earlier one. */
    adopt() {
      const { shared, beside } = this;
      this.restart();
      this.own = shared;
      this.written = beside;
      this.at = this.last;
      this.keep();
      this.leave();
    }

    leave() {
      location.hash = "";
      this.reopen();
    }

    reopen() {
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
      const found = read(this.quiz, this.querySelector("[name=earlier]").value, this.others);
      this.note = null;
      this.then = found.answers;
      this.render(...(found.state === "read" ? [] : [`then-${found.state}`]));
      if (found.answers) this.querySelector("[data-then]").focus();
    }

    gather() {
      this.teaming = true;
      this.render();
      this.focusOn();
    }

    /* Files become codes: one opens to read, several are a team's. */
    async import(input) {
      const texts = await Promise.all([...input.files].map(file => file.text()));
      input.value = "";
      const codes = texts.map(text => {
        try { return old(parsed(text)); } catch { return "?"; }
      });
      if (!this.teaming && texts.length < 2) {
        const saved = parsed(texts[0]);
        opened = { code: `#r=${codes[0]}`, beside: beside(this.quiz, saved), edition: saved?.edition };
        location.hash = `r=${codes[0]}`;
        return this.open();
      }
      if (!this.teaming) this.gather();
      this.querySelector("[name=codes]").value += codes.map(code => `#r=${code}\n`).join("");
    }
  }

  Object.assign(AtlasQuiz, { KINDS, NOT_APPLICABLE, score, facts, moved, code, read, old, place, height, apply, copies });
  if (!customElements.get("atlas-quiz")) customElements.define("atlas-quiz", AtlasQuiz);
})();
