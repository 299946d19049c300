// Answers the theme's search. Nothing is loaded before the first word; then atlas-find.js has the answers.
// The theme sends [set-up, -, query, -] and hears [-, ready, -, result], by number.

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
let last;

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) return self.postMessage({ type: READY });
  if (type !== QUERY) return;
  last = data;
  const items = data.trim() ? await answer(data).catch(() => []) : [];
  // A later word has been asked for meanwhile: its answer is on its way.
  if (last === data) self.postMessage({ type: RESULT, data: { items: items.map((item) => [item]) } });
});

async function answer(query) {
  if (!self.find) importScripts("minisearch.js", "atlas-find.js");
  return self.find(query);
}
