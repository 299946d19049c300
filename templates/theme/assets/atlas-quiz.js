/* The quiz: a definition in the element's data-quiz attribute and the reader's answers in, one of the results
   that stand ready in the page out. It has no words of its own and sends nothing anywhere. */
(function () {
  "use strict";

  var NOT_APPLICABLE = "na";

  /* The same rules as generator/quiz.py; the tests run both on the same answers. */
  function score(quiz, answers) {
    var profile = {};
    quiz.asks.forEach(function (ask) {
      if (Object.hasOwn(ask.reaches, answers[ask.id])) profile[ask.id] = ask.reaches[answers[ask.id]];
    });
    var asked = quiz.asks.filter(function (ask) { return answers[ask.id] !== NOT_APPLICABLE; });
    if (quiz.kind !== "matrix") asked = upToFirstNo(asked, profile);
    if (quiz.kind === "checklist") return checked(quiz, asked, profile);
    var numbers = asked.filter(function (ask) { return ask.id in profile; })
      .map(function (ask) { return profile[ask.id]; })
      .sort(function (a, b) { return a - b; });
    if (!numbers.length || numbers.length * quiz.enough[1] < asked.length * quiz.enough[0]) {
      return { outcome: "profile", number: null, profile: profile };
    }
    var number = quiz.kind === "ladder" ? numbers[numbers.length - 1] : numbers[(numbers.length - 1) >> 1];
    return { outcome: number ? "level" : "below", number: number, profile: profile };
  }

  function upToFirstNo(asked, profile) {
    var end = asked.findIndex(function (ask) { return profile[ask.id] === 0; });
    return end < 0 ? asked : asked.slice(0, end + 1);
  }

  function checked(quiz, asked, profile) {
    var missing = quiz.asks.findIndex(function (ask) { return profile[ask.id] === 0; });
    if (missing >= 0) return { outcome: "missing", number: missing + 1, profile: profile };
    var complete = asked.length > 0 && asked.every(function (ask) { return ask.id in profile; });
    return complete
      ? { outcome: "complete", number: 0, profile: profile }
      : { outcome: "profile", number: null, profile: profile };
  }

  /* A browser may forbid storage or have none left: the quiz then simply forgets. */
  function remembered(key) {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { return {}; }
  }

  function remember(key, answers) {
    try { localStorage.setItem(key, JSON.stringify(answers)); } catch (error) { /* forgets */ }
  }

  class AtlasQuiz extends HTMLElement {
    connectedCallback() {
      this.quiz = JSON.parse(this.dataset.quiz);
      this.key = "atlas-quiz:" + this.quiz.id + ":" + this.quiz.version;
      this.form = this.querySelector("form");
      this.result = this.querySelector(".a-result");
      this.form.querySelector("[data-script]").hidden = false;
      this.form.addEventListener("change", this);
      this.form.addEventListener("submit", this);
      this.form.addEventListener("reset", this);
      this.fill(remembered(this.key));
    }

    disconnectedCallback() {
      ["change", "submit", "reset"].forEach(function (name) { this.form.removeEventListener(name, this); }, this);
    }

    handleEvent(event) {
      if (event.type === "reset") {
        remember(this.key, {});
        this.result.hidden = true;
        this.form.querySelector("input").focus();
        return;
      }
      remember(this.key, this.answers());
      if (event.type === "submit") {
        event.preventDefault();
        this.show();
        this.result.focus();
      } else if (!this.result.hidden) {
        this.show();
      }
    }

    answers() {
      return Object.fromEntries(new FormData(this.form));
    }

    fill(answers) {
      this.form.querySelectorAll("input").forEach(function (input) {
        input.checked = Object.hasOwn(answers, input.name) && answers[input.name] === input.value;
      });
    }

    show() {
      var found = score(this.quiz, this.answers());
      var key = found.number === null ? "profile" : String(found.number);
      this.result.querySelectorAll("[data-outcome]").forEach(function (part) {
        part.hidden = part.dataset.outcome !== key;
      });
      this.result.querySelectorAll("[data-profile]").forEach(function (row) {
        var reached = found.profile[row.dataset.profile];
        row.querySelectorAll(".a-box").forEach(function (box, index) {
          box.classList.toggle("is-on", index < (reached || 0));
        });
        row.querySelectorAll("[data-reached]").forEach(function (words) {
          words.hidden = words.dataset.reached !== String(reached === undefined ? "none" : reached);
        });
      });
      this.result.hidden = false;
    }
  }

  AtlasQuiz.score = score;
  if (!customElements.get("atlas-quiz")) customElements.define("atlas-quiz", AtlasQuiz);
})();
