// Finds things by words, in this language or else in another: a worker that dialog.js asks. It says that it has
// loaded, and answers each question.

const HERE = new URL("../../search/search_entries.json", location.href);
const LONGEST = 160;
/* Letters of a text that a result shows. */

/* A definition comes before what uses the word, and a level before its cells. */
const KINDS = { term: 2, level: 1.6, mapping: 0.3, claim: 0.6 };
const loaded = {};
let last;

// On its way meanwhile.
load(HERE).catch(() => {});
importScripts("minisearch.js");
self.onmessage = async ({ data: asked }) => {
  last = asked;
  const own = await load(HERE).catch(() => {});
  await new Promise((next) => { setTimeout(next); });
  // A later word has come meanwhile: who asked waits for that.
  if (last !== asked) return;
  self.postMessage({ asked, found: [], ...own ? asked.trim() && await find(own, asked) : { failed: true } });
};
self.postMessage("ready");

async function find(own, query) {
  const { exact, found } = own.best(query);
  // A word that hardly anything here begins with may be one of another language.
  const elsewhere = exact || found.length > 2 ? undefined : await inAnother(own, query);
  if (elsewhere) return elsewhere;
  if (found.length) return told(own, found, (entry) => own.shown(entry, query));
  const word = own.suggest(query);
  if (!word) return { count: own.words.results[0] };
  const meant = told(own, own.best(word).found, (entry) => own.shown(entry, word));
  const suggestion = { word, said: own.words.did_you_mean.replace("[[word]]", word), count: meant.count };
  return { found: meant.found, count: own.words.results[0], suggestion };
}

/* As many as are shown, and how many there are. */
function told({ language, words: { results, more } }, all, shown) {
  return { found: all.slice(0, results.length - 1).map(shown), count: results[all.length] ?? more.replace("[[all]]", all.length.toLocaleString(language)) };
}

/* The same things, by the words that they have in another language. */
async function inAnother(own, query) {
  for (const { name, tag, at } of own.others) {
    const other = await load(new URL(at, HERE)).catch(() => {});
    const there = other?.best(query);
    if (!there?.exact) continue;
    const pairs = there.found.flatMap((entry) => (own.byLocation.get(entry.location) ?? []).map((here) => [here, entry]));
    const found = [...new Map(pairs.reverse()).entries()].reverse();
    if (!found.length) continue;
    const all = told(own, found, ([here, entry]) => (
      { ...own.shown(here, query), text: other.shown(entry, query, true).text, language: { tag, name } }
    ));
    return { ...all, count: `${all.count}, ${own.words.found_in.replace("[[language]]", name)}` };
  }
}

async function load(address) {
  loaded[address] ??= fetch(address).then((answer) => answer.json()).then((data) => new Index(data));
  // Where it does not come, the next letter tries again.
  loaded[address].catch(() => { delete loaded[address]; });
  return loaded[address];
}

class Index {
  constructor({ language, words, others, entries }) {
    Object.assign(this, { language, words, others, stem: stemOf(language), small: SMALL[language.slice(0, 2)], byLocation: new Map() });
    this.heard = new Map();
    this.known = new Set(entries.flatMap((entry) => wordsIn([entry.title, entry.text, entry.more].join(" "))));
    this.index = new MiniSearch({
      fields: ["title", "also", "label", "text", "more"],
      tokenize: (text) => this.tokens(text),
      processTerm: (term) => term,
      searchOptions: { boost: { title: 6, also: 6, label: 3, text: 2 }, tokenize: (text) => this.parts(text) },
    });
    this.entries = entries.map((entry, id) => ({ ...entry, id, names: [entry.title, ...entry.also].map((name) => this.joined(name)) }));
    for (const entry of this.entries) this.byLocation.set(entry.location, [...this.byLocation.get(entry.location) ?? [], entry]);
    this.index.addAll(this.entries.map((entry) => ({ ...entry, also: entry.also.join(" | ") })));
  }

  /* Words, and each two neighbours as one: "real-time" and "real time" are found by "realtime". */
  tokens(text) {
    const words = wordsIn(text);
    const parts = words.map((word) => this.stem(word));
    parts.forEach((part, at) => { if (!this.heard.has(part)) this.heard.set(part, words[at]); });
    const ends = words.flatMap((word) => this.endsOf(word)).map((word) => this.stem(word));
    const chains = (text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []).map((chain) => this.joined(chain));
    return [...parts, ...ends, ...chains, ...parts.slice(1).map((_, at) => this.stem(words[at] + words[at + 1])), this.joined(text)];
  }

  /* The words that a compound ends in, as far as they stand somewhere by themselves. */
  endsOf(word) {
    const places = word.length > 8 && word.length < 40 ? [...word].slice(4, -3).keys() : [];
    return [...places].map((at) => word.slice(at + 4)).filter((end) => this.known.has(end));
  }

  /* What is asked for: without small words, where there are others. */
  parts(text) {
    const words = wordsIn(text.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, "")), telling = words.filter((word) => !this.small?.has(word));
    return (telling.length ? telling : words).map((word) => this.stem(word));
  }

  joined(text) {
    return this.stem(wordsIn(text).join("").slice(0, 60));
  }

  best(query) {
    const parts = this.parts(query), joined = this.joined(query);
    const all = (prefix) => ({ queries: parts, combineWith: "AND", prefix });
    const ask = (prefix) => this.ask({ combineWith: "OR", queries: [all(prefix), { queries: [joined], prefix }] }, joined);
    const exact = ask(false);
    // What begins with the word comes after what has it: "AI" is not "aim".
    const more = ask((term) => term.length > 2 || !exact.length);
    const found = [...new Set([...exact, ...more])];
    if (!found.length && parts.length > 2) found.push(...this.ask({ queries: parts, combineWith: "OR" }, joined));
    return { exact: exact.length > 0, found };
  }

  /* What a reader sees of an entry; `named` puts its title before its text. Every second piece is what was asked for. */
  shown({ location, title, label, text, more }, query, named = false) {
    const asked = this.looksFor(query);
    const texts = [named ? [title, text].filter(Boolean).join(". ") : text, more];
    const telling = texts.find((said) => this.pieces(said, asked).length > 1) ?? text;
    return { location, label, title: this.pieces(title, asked), text: this.around(this.pieces(telling, asked)) };
  }

  /* Tells of a word whether a query finds it. */
  looksFor(query) {
    const parts = [...this.parts(query), this.joined(query)];
    return (word) => {
      const words = wordsIn(word), stems = [this.joined(word), ...words.map((one) => this.stem(one))];
      const ends = words.flatMap((one) => this.endsOf(one)).map((end) => this.stem(end));
      return parts.some((part) => ends.includes(part) || stems.some((stem) => stem === part || (part.length > 2 && stem.startsWith(part))));
    };
  }

  /* Cut a text into what was not asked for and what was, in turn. */
  pieces(text, asked) {
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu)], pieces = [];
    let end = 0;
    words.forEach(({ 0: word, index }, at) => {
      const next = words[at + 1], both = next && text.slice(index, next.index + next[0].length);
      const found = asked(word) ? word : both && !asked(next[0]) && asked(both) ? both : "";
      if (!found || index < end) return;
      pieces.push(text.slice(end, index), found);
      end = index + found.length;
    });
    return [...pieces, text.slice(end)];
  }

  /* The part of a text in which the first word that was asked for stands. */
  around([before, ...rest]) {
    const start = rest.length && before.length > LONGEST / 3 ? "… " + before.slice(before.indexOf(" ", before.length - LONGEST / 6) + 1) : before;
    let left = LONGEST;
    return [start, ...rest].map((piece) => {
      const shown = piece.slice(0, Math.max(left, 0));
      left -= piece.length;
      return shown.length < piece.length && shown ? shown.replace(/\s\S*$/, " …") : shown;
    });
  }

  ask(query, joined) {
    const boostDocument = (id) => {
      const { names, kind } = this.entries[id];
      const called = names.includes(joined) ? 20 : names.some((name) => name.startsWith(joined)) ? 8 : 1;
      return called * (KINDS[kind] ?? 1);
    };
    return this.index.search(query, { boostDocument }).map(({ id }) => this.entries[id]);
  }

  /* What somebody may have meant by a word that is nowhere: the nearest word, as it is written. */
  suggest(query) {
    const [nearest] = this.index.search(query, { fuzzy: 0.3, maxFuzzy: 3, combineWith: "AND" });
    const terms = nearest?.terms ?? [];
    return terms.map((term) => this.heard.get(term) ?? "").join(" ").trim();
  }
}

/* Words without accents, in small letters; of scripts without spaces, each two signs. */
function wordsIn(text) {
  return (plain(text).match(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) => (
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(word) && word.length > 2
      ? [...word].slice(1).map((sign, at) => [...word][at] + sign)
      : word
  ));
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
}

/* Words of a question that say nothing of what is looked for, as wordsIn gives them. */
const SMALL = {
  en: new Set("a an and at by do does for from get how i in is it of on or our the to we what when where which who with you your".split(" ")),
  nl: new Set("aan bij de dat die een en het hoe ik in is je kom maar met naar of om op ons te tot van voor wanneer waar wat we welk welke wie zijn".split(" ")),
  ar: new Set("في من على عن الى هو هي ما هل كيف متى اين مع او هذا هذه ان".split(" ")),
  de: new Set("an auf bei das der die ein eine fur ich im in ist man mit oder und von was wann welche wer wie wir wo zu zum zur".split(" ")),
  fr: new Set("a au aux avec ce ces comment d dans de des du elle en est et il ils je l la le les leur mes nos notre nous on ou par pour qu que quel quelle quelles quels qui quoi sa se ses son sur un une vos votre vous".split(" ")),
};

/* One form for those of a word that mean the same to who looks for it; words and texts pass by here alike. */
function stemOf(language) {
  const rules = {
    en: [[/is(e[dsr]?|ing|ations?)$/, "iz$1"], [/yse(?=[dr]?$)/, "yze"], [/our(?=s?$|al|i)/, "or"], [/ies$/, "y"], [/(?<=\w{4})(ment|ed|ing)$/, ""], [/(?<=[^s]{2})s$/, ""], [/(?<=\w{3})e$/, ""]],
    nl: [[/(?<=\w{3})(en|s)$/, ""], [/([a-z])\1/g, "$1"], [/z$/, "s"], [/v$/, "f"], [/(?<=\w{4})e$/, ""]],
    de: [[/(?<=\w{3})(ern|en|er|es|e|n|s)$/, ""]],
    fr: [[/œ/g, "oe"], [/eaux$/, "eau"], [/(?<!e)aux$/, "al"], [/(?<=\w{2})[sx]$/, ""], [/(?<=\w{4})(e+|er)$/, ""]],
    ar: [[/^و?(?:ال|بال|كال|فال|لل)(?=\p{L}{2})/u, ""], [/(?<=\p{L}{3})(?:ات|ون|ين|ان|ها|ية|يه|ة|ه)$/u, ""]],
  }[language.slice(0, 2)] ?? [];
  return (word) => rules.reduce((form, [from, to]) => form.replace(from, to), word);
}
