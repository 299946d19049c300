/* What somebody saves of a quiz, made from what the page says: a plan as a table, the result as a picture. */
(function () {
  "use strict";

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
    const level = seen([...quiz.querySelectorAll("[data-verdict] .a-result__level")].find(part => part.checkVisibility()));
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

  customElements.get("atlas-quiz").out = (quiz, end) => (["md", "csv"].includes(end) ? plan : result)(quiz, end);
})();
