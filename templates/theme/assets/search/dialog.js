// The results below the search's field: a listbox that the field leads, by the combobox pattern of the ARIA
// Authoring Practices. Loaded with the first word, see atlas.js, whose HOME is; find.js finds.

(function () {
  "use strict";

  const ROOT = new URL("../", HOME);
  const PAUSE = 400;
  /* Milliseconds without a letter after which the count is told: a screen reader would speak at each one. */

  const dialog = document.querySelector(".a-finder");
  // Loaded once more, as another script had not come the first time.
  if (dialog.ask) return;
  const [field, told, list] = ["input", "[role=status]", "[role=listbox]"].map((part) => dialog.querySelector(part));
  let asked, answered, going, options = [], active = -1, meant, telling;

  function ask(worker, words) {
    if (words === asked) return;
    asked = words;
    worker.onmessage = ({ data }) => { if (data.asked === asked) show(data); };
    worker.postMessage(words);
  }

  function show({ found, count, suggestion, failed }) {
    answered = asked;
    options = found.map(option);
    list.replaceChildren(...options);
    list.hidden = !options.length;
    list.scrollTop = 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    activate(-1);
    meant = suggestion && button(suggestion);
    if (failed) asked = undefined;
    clearTimeout(telling);
    telling = setTimeout(() => {
      keep();
      const said = failed ? [told.dataset.failed] : meant ? [count, " ", meant, " ", suggestion.count] : [count || told.dataset.hint];
      const words = said.map((part) => part.textContent ?? part).join("");
      if (told.textContent !== words) told.replaceChildren(...said);
    }, PAUSE);
    if (going) go();
  }

  function option({ location, title, label, text, language }, number) {
    const link = element("a", "a-found", element("span", "a-found__title", ...marked(title)));
    Object.assign(link, { id: `a-found-${number}`, role: "option", tabIndex: -1, href: new URL(location, ROOT) });
    const said = element("span", "", ...marked(text));
    if (language) Object.assign(said, { lang: language.tag, dir: "auto" });
    const about = [label, language?.name].filter(Boolean).join(" · ");
    link.append(element("span", "a-found__about", element("span", "a-found__kind", about), " ", said));
    return link;
  }

  /* Every second piece is what was looked for. */
  function marked(pieces) {
    return pieces.map((piece, number) => (number % 2 ? element("mark", "", piece) : piece));
  }

  function element(name, className, ...content) {
    const made = Object.assign(document.createElement(name), { className });
    made.append(...content);
    return made;
  }

  function button({ word, said }) {
    const made = element("button", "a-finder__meant", said);
    Object.assign(made, { type: "button", onclick: () => {
      field.value = word;
      field.dispatchEvent(new Event("input"));
      field.focus();
    } });
    return made;
  }

  function activate(number) {
    active = number;
    options.forEach((link, at) => link.setAttribute("aria-selected", String(at === active)));
    if (active < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }

  /* To what is active, or to what is best; an answer that is on its way is waited for. */
  function go() {
    going = answered !== field.value;
    if (!going) (options[active] ?? meant ?? options[0])?.click();
  }

  /* The word in the address, to share and to come back to. */
  function keep() {
    const address = new URL(location);
    address.searchParams.set("q", field.value);
    if (dialog.open && field.value.trim()) history.replaceState(history.state, "", address);
  }

  list.addEventListener("click", keep);

  field.addEventListener("keydown", (event) => {
    // The field is the ring's one place more.
    const ring = options.length + 1, last = options.length - 1;
    const to = {
      ArrowDown: (active + 2) % ring - 1,
      ArrowUp: (active + ring) % ring - 1,
      ...(active < 0 ? {} : { Home: 0, End: last }),
    }[event.key];
    if (event.isComposing) return;
    if (to !== undefined) activate(to);
    else if (event.key === "Enter") go();
    else return;
    event.preventDefault();
  });

  dialog.ask = ask;
})();
