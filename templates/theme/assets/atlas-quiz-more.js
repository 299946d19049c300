/* What a quiz does for whoever asks: the results of a team side by side, a plan as a table, the result as a picture. */
(function () {
  "use strict";

  const Quiz = customElements.get("atlas-quiz");
  const { score, facts, code, read, place, apply } = Quiz;

  const data = (type, text) => `data:${type};charset=utf-8,${encodeURIComponent(text)}`;

  function table(rows, end) {
    const quoted = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    if (end === "csv") return rows.map(row => `${row.map(quoted).join(",")}\r\n`).join("");
    const lines = rows.map(row => `| ${row.map(text => text.replace(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |\n`);
    return [lines[0], `|${" --- |".repeat(rows[0].length)}\n`, ...lines.slice(1)].join("");
  }

  /* A result as a picture; `rows` are labels, answers, and how many boxes of how many are full. */
  function picture(title, level, rows, foot, rtl) {
    const wide = 960, high = 120 + rows.length * 48 + 40;
    const x = at => rtl ? wide - at : at;
    const words = (at, y, size, text, more = "") => `<text x="${x(at)}" y="${y}" font-size="${size}" ${more}>${new Option(text).innerHTML}</text>`;
    const parts = rows.map(({ label, answer, full, of }, row) => {
      const y = 130 + row * 48;
      const boxes = Array.from({ length: of }, (_, n) => `<rect x="${rtl ? wide - 54 - n * 18 : 40 + n * 18}" y="${y + 10}" width="14" height="14" fill="${n < full ? "#182a30" : "none"}" stroke="#182a30"/>`);
      return words(40, y, 15, label) + boxes.join("") + words(52 + of * 18, y + 22, 14, answer, 'fill="#49585d"');
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" font-family="sans-serif" fill="#182a30"${rtl ? ' direction="rtl"' : ""}><rect width="100%" height="100%" fill="#fff"/>${words(40, 50, 22, title)}${words(40, 88, 26, level, 'font-weight="700"')}${parts.join("")}${words(40, high - 20, 13, foot, 'fill="#49585d"')}</svg>`;
  }

  function save(href, name) {
    Object.assign(document.createElement("a"), { href, download: name }).click();
  }

  function plan(quiz, end) {
    const cells = row => [...row.querySelectorAll("[data-text], input")].map(cell => cell.value ?? cell.textContent);
    const heads = [...quiz.querySelectorAll("[data-plan-head] th")].slice(0, 3).map(head => head.textContent);
    const rows = [...quiz.querySelectorAll("[data-rows] tr")].map(cells);
    save(data(end === "csv" ? "text/csv" : "text/markdown", table([heads, ...rows], end)), `${quiz.quiz.id}.${end}`);
  }

  function result(quiz, end) {
    const seen = part => part?.innerText.replace(/\s+/g, " ").trim() || "";
    const { lang, dir } = document.documentElement;
    const rows = [...quiz.querySelectorAll(".a-profile tbody tr")].map(row => ({
      label: seen(row.querySelector("th .a-meta") || row.querySelector("th")),
      answer: seen(row.querySelector("[data-answer]")),
      full: row.querySelectorAll(".a-box.is-on").length,
      of: row.querySelectorAll(".a-box").length,
    }));
    const level = seen([...quiz.querySelectorAll("[data-verdict] .a-result__level")].find(part => !part.closest("[hidden]")));
    const home = new URL(quiz.dataset.home, location.href).href.split("#")[0];
    const drawn = picture(seen(document.querySelector("h1")), level, rows, `${new Date().toLocaleDateString(lang, { dateStyle: "long" })} · ${home}`, dir === "rtl");
    const href = data("image/svg+xml", drawn), name = `${quiz.quiz.id}.${end}`;
    if (end === "svg") return save(href, name);
    const image = new Image();
    image.onload = () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width * 2, height: image.height * 2 });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      save(canvas.toDataURL("image/png"), name);
    };
    image.src = href;
  }

  /* How often each answer was given, how far apart the answers lie, and how many may stand at each level. */
  function team(quiz, members) {
    const is = new Set([members.length ? "anybody" : "nobody"]), counts = {}, apart = {};
    let widest = 0, compared = false;
    for (const ask of quiz.asks) {
      const places = members.map(answers => place(ask, answers[ask.id])).filter(at => at >= 0);
      ask.choices.forEach(([value], at) => { counts[`${ask.id}:${value}`] = places.filter(one => one === at).length; });
      counts[`${ask.id}:open`] = members.length - places.length;
      const far = apart[ask.id] = places.length ? Math.max(...places) - Math.min(...places) : 0;
      is.add(`apart:${ask.id}:${places.length > 1 ? far : "none"}`);
      compared ||= places.length > 1;
      if (far > widest) widest = far;
    }
    for (const id in apart) if (widest && apart[id] === widest) is.add(`widest:${id}`);
    const named = members.map(answers => score(quiz, answers)).filter(found => found.low !== null);
    for (let number = 0; number <= quiz.rungs; number++) {
      counts[`level:${number}`] = named.filter(({ low, high }) => low <= number && number <= high).length;
    }
    if (named.length) {
      const low = Math.min(...named.map(found => found.low)), high = Math.max(...named.map(found => found.high));
      is.add("placed").add(`team-low:${low}`).add(`team-high:${high}`).add(low < high ? "team-range" : "team-one");
    }
    return { is: is.add(widest ? "divided" : compared ? "agreed" : "alone"), counts };
  }

  /* Lines as people send them, "- Anna: https://…": what stands before a code names who it is from. One code
     twice is one person, unless both have a name of their own. */
  function people(text) {
    const found = text.split("\n").flatMap(line => {
      const codes = [...line.matchAll(/(?:https?:\S*?)?#r=([\w.-]+)|(?<![\w/.:-])[\w-]+(?:\.[\w-]+){2,}/g)];
      const name = codes.length ? line.slice(0, codes[0].index).replace(/^[\s\d.)*•|<>("'[–-]+|[\s:,;|<>("'\]–-]+$/g, "") : "";
      return codes.map((code, at) => ({ name: at ? "" : name, code: (code[1] ?? code[0]).replace(/\.+$/, "") }));
    });
    const once = found.filter(({ name, code }, at) => !found.slice(0, at).some(one => one.code === code && (!name || !one.name || one.name === name)));
    return { once, twice: found.length - once.length };
  }

  function merge(quiz) {
    const mine = quiz.querySelector("[name=mine]").checked, own = code(quiz.quiz, quiz.own);
    const { once, twice } = people(quiz.querySelector("[name=codes]").value);
    const found = once.map(one => ({ ...one, ...read(quiz.quiz, one.code, quiz.others) }));
    const members = found.filter(one => one.answers && !(mine && !one.name && one.code === own));
    if (mine) members.unshift({ name: "", answers: quiz.own, mine });
    const most = Number(quiz.dataset.most);
    members.splice(most);
    const { is, counts } = team(quiz.quiz, members.map(one => one.answers));
    const numbers = { team: members.length, twice, without: found.filter(one => !one.answers).length, differ: found.filter(one => one.state === "changed").length };
    quiz.note = null;
    quiz.render("merged", ...is, ...Object.keys(numbers).filter(name => numbers[name]));
    const { lang } = document.documentElement;
    for (const part of quiz.querySelectorAll("[data-number]")) part.textContent = numbers[part.dataset.number].toLocaleString(lang);
    for (const cell of quiz.querySelectorAll("[data-count]")) {
      const count = counts[cell.dataset.count];
      cell.textContent = count ? count.toLocaleString(lang) : "–";
      cell.classList.toggle("is-on", count > 0);
      if (cell.dataset.count.startsWith("level:")) cell.append(...Array.from({ length: count }, () => Object.assign(document.createElement("i"), { className: "a-box is-on" })));
    }
    const list = quiz.querySelector("[data-members]");
    list.replaceChildren(...members.map(({ name, answers, mine }) => {
      const member = list.previousElementSibling.content.cloneNode(true);
      member.querySelector("[data-name]").textContent = name;
      apply(member, facts(quiz.quiz, answers).add(mine && "mine"));
      return member;
    }));
  }

  const MADE = { team: merge, md: plan, csv: plan, svg: result, png: result };
  Quiz.more = (quiz, what) => MADE[what](quiz, what);
})();
