/* Choices kept in the address's fragment: what a pair shows, which frameworks stand side by side. */
if (!customElements.get("atlas-pair")) {
  class Choice extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.form.oninput = (event) => event.target.name ? this.keep() : this.find(event.target.value.toLowerCase());
      this.querySelector("[type=reset]").onclick = () => setTimeout(() => this.keep());
      addEventListener("hashchange", this);
      this.handleEvent();
    }

    disconnectedCallback() {
      removeEventListener("hashchange", this);
    }

    handleEvent() {
      const wanted = new URLSearchParams(location.hash.slice(1));
      this.all("select").forEach((field) => { field.value = wanted.get(field.name) || ""; });
      this.all("[type=checkbox]").forEach((field) => { field.checked = wanted.getAll(field.name).includes(field.value); });
      this.show(this.chosen());
    }

    keep() {
      const chosen = this.chosen();
      history.replaceState(history.state, "", "#" + new URLSearchParams(chosen));
      this.show(chosen);
    }

    chosen() {
      return [...new FormData(this.form)].filter((entry) => entry[1]);
    }

    say(number) {
      this.querySelector("[role=status]").textContent = [...this.part("said").children].at(number).textContent;
    }

    all(selector) {
      return this.querySelectorAll(selector);
    }

    part(name) {
      return this.querySelector("[data-part=" + name + "]").content.cloneNode(true);
    }
  }

  customElements.define("atlas-pair", class extends Choice {
    connectedCallback() {
      super.connectedCallback();
      this.querySelector("[data-open]").onclick = () => {
        const reasons = [...this.all("[data-kind] details")];
        const open = reasons.some((reason) => !reason.open);
        reasons.forEach((reason) => { reason.open = open; });
      };
    }

    show(chosen) {
      const swapped = chosen.some(([name]) => name === "swap");
      if (swapped !== !!this.swapped) this.swap();
      this.swapped = swapped;
      let shown = 0;
      this.all("[data-kind]").forEach((item) => {
        const is = { ...item.dataset, ...item.querySelector("[data-relation]").dataset };
        item.hidden = chosen.some(([name, value]) => name in is && !is[name].split(" ").includes(value));
        shown += !item.hidden;
      });
      this.all("[data-list]").forEach((list) => { list.hidden = !list.querySelector("[data-kind]:not([hidden])"); });
      this.say(shown);
      this.all("[data-link]").forEach((link) => { link.textContent = link.href; });
    }

    swap() {
      this.all("[data-there]").forEach((there) => {
        const back = there.closest("[data-kind], section").querySelector(`[data-back="${there.dataset.there}"]`);
        const mark = new Text();
        there.replaceWith(mark);
        back.replaceWith(there);
        mark.replaceWith(back);
      });
    }
  });

  customElements.define("atlas-compare", class extends Choice {
    handleEvent() {
      if (location.hash[1]) return super.handleEvent();
      this.form.reset();
      this.show(this.chosen());
    }

    find(words) {
      this.all("[data-option]").forEach((option) => { option.hidden = !option.textContent.toLowerCase().includes(words); });
    }

    async show(chosen) {
      const { most, data } = this.dataset;
      const ids = this.asked = chosen.flatMap(([name, value]) => name === "with" ? value : []).slice(0, most);
      this.all("[name=with]").forEach((box) => { box.disabled = !box.checked && ids.length == most; });
      const fetched = ids.map((id) => ids[1] && fetch(data + id + ".json").then((answer) => answer.json()));
      const found = await Promise.all(fetched).catch(() => {});
      if (ids !== this.asked) return;
      this.say(found ? ids.length : -1);
      const table = found?.[1] ? this.aligned(found, chosen.find(([name]) => name === "theme")?.[1]) : "";
      this.querySelector("[data-result]").replaceChildren(table);
    }

    aligned(frameworks, theme) {
      const table = this.part("table");
      const pair = this.all('[data-pair="' + frameworks.map(({ id }) => id).sort().join("--") + '"]');
      pair.forEach((link) => table.firstChild.append(link.cloneNode(true)));
      table.firstChild.hidden = !pair[0];
      for (const framework of frameworks) {
        this.pages = this.dataset.pages + framework.id + "/";
        for (const row of rows(framework, theme)) {
          const made = this.filled("row", row);
          const cell = (...band) => this.cell(row.parts, ...band);
          made.firstChild.append(...row.parts ? [...table.querySelectorAll("[data-band]")].map(cell) : [this.filled("silent", row)]);
          table.querySelector("tbody").append(made);
        }
      }
      return table;
    }

    /* As in generator/pages/bands.py. */
    cell(parts, band, index, bands) {
      const shares = ({ span }) => bands.map((_, at) => Math.min(span.to, at + 1) - Math.max(span.from, at));
      const here = parts.filter((part) => shares(part).indexOf(Math.max(...shares(part))) === index);
      const pieces = here[0] ? here : parts.filter((part) => shares(part)[index] > 0);
      const made = this.filled("cell", { title: band.textContent }).firstChild;
      made.dataset.level = index + 1;
      made.className = band.className + (here[0] ? "" : pieces[0] ? " a-reach" : " a-gap");
      made.append(...pieces.map((part) => this.filled(here[0] ? "text" : "reaching", part)));
      return made;
    }

    filled(name, words) {
      const made = this.part(name);
      made.querySelectorAll("a").forEach((link) => { link.href = this.pages + words.page; });
      made.querySelectorAll("[data-fill]").forEach((place) => {
        place.textContent = words[place.dataset.fill];
        if (!words.foreign?.(place.dataset.fill)) return;
        place.lang = words.language;
        place.className = "atlas-foreign";
      });
      return made;
    }
  });

  function rows(framework, theme) {
    const own = { framework: framework.short_title, title: framework.title, page: "" };
    const items = (kind) => framework[kind].map((item) => ({
      ...own,
      ...item,
      page: kind + "/" + item.id + "/",
      language: framework.source_language,
      foreign: (field) => framework.fallbacks.includes([kind, item.id, field].join(".")),
    }));
    /* As texts_on in generator/model/framework.py. */
    const textsOn = (path) => {
      const [, kind, key, list, wanted] = path.split("/");
      if (kind === "cells") return [[list, framework.cells[key][list].text]];
      const step = framework.transitions.find((item) => item.from + "--" + item.to === key);
      const item = step || framework.levels.find(({ id }) => id === key);
      const texts = step ? step.actions : list ? item[list] : [{ text: item.summary }];
      return texts.filter(({ id }) => !wanted || id === wanted).map(({ text }) => [step ? step.from : key, text]);
    };
    const levels = items("levels").filter((level) => level.span);
    const layers = items("layers").filter((layer) => layer.span);
    if (!theme) return [{ ...own, parts: [...levels, ...layers] }];
    const found = [...items("dimensions"), ...layers].filter((item) => item.themes.includes(theme));
    const said = framework.on_themes.filter((item) => item.theme === theme).flatMap((item) => item.items.flatMap(textsOn));
    const inLevels = levels.flatMap((level) => said.flatMap(([of, summary]) => of === level.id ? { ...level, summary } : []));
    if (inLevels[0]) found.push({ ...own, span: null, parts: inLevels });
    own.silent = framework.on_themes.find((item) => item.theme === theme)?.silent ?? "";
    return found[0] ? found.map((item) => item.parts ? item : ({ ...item, parts: item.span ? [item] : levels.flatMap((level) => {
      const cell = framework.cells[item.id][level.id];
      const foreign = (field) => field === "summary" ? cell.state === "fallback" : level.foreign(field);
      return cell ? { ...level, summary: cell.text, foreign } : [];
    }) })) : [own];
  }
}
