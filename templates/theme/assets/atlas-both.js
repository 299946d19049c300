/* Both languages in place: under each text the same one from this page in the other language. */
(function () {
  "use strict";

  const BLOCKS = "h1, h3, p, li, dt, dd, th, td";
  const NOT_TEXT = ".a-notice, .a-downloads, .a-actions, .a-more, .a-cite, .a-matrix__level, .a-hidden, .a-relation, .a-meta, svg, nav, form, fieldset, summary";
  const inArticle = page => page.querySelector("article");
  // What holds another text is no text itself; the order is the same in each language.
  const texts = page => [...inArticle(page).querySelectorAll(BLOCKS)].filter(block => !block.querySelector(BLOCKS) && !block.closest(NOT_TEXT));

  function words(block) {
    const copy = block.cloneNode(true);
    for (const part of copy.querySelectorAll(`.a-both, ${NOT_TEXT}`)) part.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  class AtlasBoth extends HTMLElement {
    connectedCallback() {
      this.link = this.querySelector("a");
      if (!this.link) return;
      const button = Object.assign(document.createElement("button"), { type: "button", className: this.link.className, textContent: this.link.textContent, ariaPressed: "false" });
      button.addEventListener("click", () => this.turn(button));
      this.replaceChildren(button);
    }

    async turn(button) {
      const on = button.ariaPressed === "true";
      button.ariaPressed = String(!on);
      if (on) return this.hide();
      try { await this.show(); } catch { location.href = this.link.href; }
    }

    async show() {
      const there = document.querySelector(`footer a[data-atlas-language][hreflang="${this.link.hreflang}"]`);
      const other = new DOMParser().parseFromString(await (await fetch(there.href)).text(), "text/html");
      const own = texts(document), beside = texts(other), { lang, dir } = other.documentElement;
      if (own.length !== beside.length) throw new Error("The pages differ.");
      own.forEach((block, at) => {
        const text = words(beside[at]);
        if (text && text !== words(block)) block.append(Object.assign(document.createElement("span"), { className: "a-both", lang, dir, textContent: text }));
      });
    }

    hide() {
      for (const part of inArticle(document).querySelectorAll("span.a-both")) part.remove();
    }
  }

  if (!customElements.get("atlas-both")) customElements.define("atlas-both", AtlasBoth);
})();
