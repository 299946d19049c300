/* What a quiz does for whoever asks: the results of a team side by side, a plan as a table, the result as a picture. */
(function () {
  "use strict";

  const Quiz = customElements.get("atlas-quiz");
  const { NOT_APPLICABLE, score, facts, code, read, place, height, apply, copies } = Quiz;

  const data = (type, text) => `data:${type};charset=utf-8,${encodeURIComponent(text)}`;

  /* A mark at the start tells Excel that this is UTF-8; what would be a formula there stays text. */
  function table(rows, end) {
    const plain = text => text.replace(/^(?=[=+\-@\t\r])/, "'");
    const quoted = text => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    if (end === "csv") return `\ufeff${rows.map(row => `${row.map(plain).map(quoted).join(",")}\r\n`).join("")}`;
    const lines = rows.map(row => `| ${row.map(text => text.replace(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |\n`);
    return [lines[0], `|${" --- |".repeat(rows[0].length)}\n`, ...lines.slice(1)].join("");
  }

  /* A result as a picture, one text below the other, each broken where its words, as measured, would run out;
     `rows` are labels, answers, and how many boxes of how many are full. */
  function picture(title, level, why, rows, foot, rtl) {
    const wide = 960, edge = 40, light = document.body.appendChild(document.createElement("i"));
    light.dataset.mdColorScheme = "default";
    const [ink, grey, paper] = ["ink", "soft", "paper"].map(name => getComputedStyle(light).getPropertyValue(`--${name}`).trim());
    light.remove();
    const pen = document.createElement("canvas").getContext("2d");
    let y = 20;
    const words = (text, size, fill = ink, weight = 400, x = edge) => {
      const lines = [""];
      pen.font = `${weight} ${size}px sans-serif`;
      for (const word of text.split(/(?<=[\s/])/)) {
        const line = lines.pop();
        if (line && pen.measureText(line + word.trim()).width > wide - x - edge) lines.push(line, word);
        else lines.push(line + word);
      }
      const spans = lines.map(line => `<tspan x="${rtl ? wide - x : x}" y="${y += Math.ceil(size * 1.3)}">${new Option(line).innerHTML}</tspan>`);
      return `<text font-size="${size}" font-weight="${weight}" fill="${fill}">${spans.join("")}</text>`;
    };
    const drawn = [words(title, 22), words(level, 26, ink, 700)];
    y += 6;
    drawn.push(...why.map(text => words(text, 15)));
    for (const { label, answer, full, of } of rows) {
      y += 10;
      drawn.push(words(label, 15));
      for (let n = 0; n < of; n++) drawn.push(`<rect x="${rtl ? wide - edge - 14 - n * 18 : edge + n * 18}" y="${y + 7}" width="14" height="14" fill="${n < full ? ink : "none"}" stroke="${ink}"/>`);
      drawn.push(words(answer, 14, grey, 400, edge + 12 + of * 18));
    }
    y += 10;
    drawn.push(words(foot, 13, grey));
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${y + 20}" font-family="sans-serif"${rtl ? ' direction="rtl"' : ""}><rect width="100%" height="100%" fill="${paper}"/>${drawn.join("")}</svg>`;
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
    const shown = name => [...quiz.querySelectorAll(`[data-${name}]`)].filter(part => part.checkVisibility()).map(seen);
    const rows = [...quiz.querySelectorAll(".a-profile tbody tr")].map(row => ({
      label: [...row.querySelectorAll("th > *")].map(seen).join(" · "),
      answer: seen(row.querySelector("[data-answer]")),
      full: row.querySelectorAll(".a-box.is-on").length,
      of: row.querySelectorAll(".a-box").length,
    }));
    const drawn = picture(seen(document.querySelector("h1")), shown("verdict")[0], shown("why"), rows, `${new Date().toLocaleDateString(lang, { dateStyle: "long" })} · ${quiz.home}`, dir === "rtl");
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

  /* The answers of a team as one: to a question that more than half of all answered, the highest answer that more
     than half of those reach. */
  function asOne(quiz, members) {
    const answers = {}, half = members.length / 2;
    for (const ask of quiz.asks) {
      const places = members.map(given => place(ask, given[ask.id])).filter(at => at >= 0).sort((a, b) => a - b);
      const passed = members.filter(given => given[ask.id] === NOT_APPLICABLE);
      if (places.length > half) answers[ask.id] = ask.choices[places[Math.ceil(places.length / 2) - 1]][0];
      else if (passed.length > half) answers[ask.id] = NOT_APPLICABLE;
    }
    return answers;
  }

  /* How often each answer was given, how far apart the answers lie, how many may stand at each level, and whether
     more than half of those with a level bear out the one level that all as one would have. */
  function team(quiz, members) {
    const is = new Set([members.length ? "anybody" : "nobody"]), counts = {}, apart = {};
    let widest = 0, compared = false;
    for (const ask of quiz.asks) {
      const places = members.map(answers => place(ask, answers[ask.id])).filter(at => at >= 0);
      ask.choices.forEach(([value], at) => { counts[`${ask.id}:${value}`] = places.filter(one => one === at).length; });
      counts[`${ask.id}:open`] = members.length - places.length;
      const heights = members.map(answers => height(quiz, ask, answers[ask.id])).filter(at => at >= 0);
      const far = apart[ask.id] = places.length ? Math.max(...heights) - Math.min(...heights) : 0;
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
      if (named.length > 1) is.add("together");
      is.add("placed").add(`team-low:${low}`).add(`team-high:${high}`).add(low < high ? "team-range" : "team-one");
    }
    const whole = asOne(quiz, members), { low, high } = score(quiz, whole);
    const bearing = named.filter(found => found.low <= low && low <= found.high).length;
    if (members.length > 1) is.add("as-one").add(low === null || low < high || bearing > named.length / 2 ? "carried" : "uncarried");
    return { whole, is: is.add(widest ? "divided" : compared ? "agreed" : "alone"), counts, named: named.length };
  }

  /* What is left of a text beside a link when the marks of lists, mails, chats, Markdown and HTML are gone. */
  function name(text) {
    const marks = "[\\s\\p{Cf},;:*_~#>|[\\]\\\\<\"'“”•·=–-]*";
    const time = "\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},?\\s+\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?(?:\\s*[ap]\\.?m\\.?)?";
    const number = "\\d+[.)]\\s*(?!\\d)|\\[[ x]\\]|\\((?![^)]*\\))";
    return text
      .replace(/<\/?[a-z][^>]*>|<[a-z][^>]*$|^[^<]*"[^<]*>|<[^\s<>]+@[^<>]+>|\*\*|__|~~|`/gi, "")
      .replace(new RegExp(`^(?:${marks}(?:${time}|${number}))*${marks}`, "iu"), "")
      .replace(/[\s\p{Cf}*_~|<>("'“”[\]:,;=–-]+$/u, "");
  }

  /* Lines as people send them, "- Anna: https://…" or "https://… Anna": what stands beside a link names who it is
     from. Without a link, a code has its form: a quiz, eight signs of its version, and more. */
  function people(text) {
    const link = /(?:https?:\/\/\S*?|[\w./-]*)#r=([A-Za-z\d.-]*)/g, bare = /(?<![\w.@-])([\w-]+\.[\da-f]{8}[\w.-]+)/g;
    return text.split("\n").flatMap(line => {
      const parts = line.split(line.includes("#r=") ? link : bare);
      const names = parts.filter((_, at) => at % 2 === 0).map(name);
      if (names[0]) names.unshift("");
      return parts.filter((_, at) => at % 2).map((code, at) => ({ name: names[at + 1], code: code.replace(/[.-]+$/, "") }));
    });
  }

  /* The same answers twice are one person, unless both have a name of their own. */
  function once(found) {
    const same = (one, two) => one.key === two.key && one.name === two.name;
    const named = one => found.some(two => two.key === one.key && two.name);
    return found.filter((one, at) => (one.name || !named(one)) && !found.slice(0, at).some(two => same(one, two)));
  }

  function merge(quiz) {
    const mine = quiz.querySelector("[name=mine]").checked, own = code(quiz.quiz, quiz.own);
    const found = people(quiz.querySelector("[name=codes]").value).map(one => {
      const got = read(quiz.quiz, one.code, quiz.others);
      return { ...one, ...got, key: got.answers ? code(quiz.quiz, got.answers) : one };
    });
    const all = once(found), twice = found.length - all.length;
    const members = all.filter(one => one.answers && !(mine && !one.name && one.key === own));
    if (mine) members.unshift({ name: "", answers: quiz.own, mine });
    const over = members.splice(Number(quiz.dataset.most)).length;
    const { whole, is, counts, named } = team(quiz.quiz, members.map(one => one.answers));
    const numbers = { team: members.length, twice, over, without: all.filter(one => !one.answers).length, differ: all.filter(one => one.state === "changed").length, named };
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
    const member = ({ name, answers, mine }) => {
      const line = list.previousElementSibling.content.cloneNode(true);
      line.querySelector("[data-name]").textContent = name;
      copies(quiz, line);
      apply(line, facts(quiz.quiz, answers).add(mine && "mine"));
      return line;
    };
    list.replaceChildren(...members.map(member));
    quiz.querySelector("[data-as-one]").replaceChildren(member({ name: "", answers: whole }));
  }

  const MADE = { team: merge, md: plan, csv: plan, svg: result, png: result };
  Quiz.more = (quiz, what) => MADE[what](quiz, what);
})();
