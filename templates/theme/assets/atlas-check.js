/* The quick check: a few questions over all frameworks. It counts as the quizzes do, keeps and sends nothing. */
(function () {
  "use strict";

  class AtlasCheck extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", this);
      this.handleEvent();
    }

    handleEvent() {
      const { score } = customElements.get("atlas-quiz");
      const found = score(JSON.parse(this.dataset.quiz), Object.fromEntries(new FormData(this.querySelector("form"))));
      // Who reaches nothing stands at the first band: there is none below it.
      const [low, high] = [found.low, found.high].map(number => Math.max(1, number));
      const is = new Set(["none"]);
      if (found.state === "clash") is.add("clash").delete("none");
      if (found.low !== null) {
        is.delete("none");
        for (const name of [low < high ? "range" : "one", `low:${low}`, `high:${high}`, `best:${low}:${high}`, found.why]) is.add(name);
      }
      for (const part of this.querySelectorAll("[data-if]")) part.hidden = !is.has(part.dataset.if);
    }
  }

  customElements.whenDefined("atlas-quiz").then(() => {
    if (!customElements.get("atlas-check")) customElements.define("atlas-check", AtlasCheck);
  });
})();
