// The theme's search starts with the first word that somebody looks for, and not on every page.
// After the "#" of this script's address stands the theme's own worker, which lies beside it.

const [SETUP, READY, , RESULT] = [0, 1, 2, 3];
const ENTRIES = "../../../search/search_entries.json";
const tell = self.postMessage.bind(self);
let setup, query, started, ready;

self.addEventListener("message", (event) => {
  // What is handed on below is the theme's to answer, and everything else once its worker is ready.
  if (ready || !event.isTrusted) return;
  event.stopImmediatePropagation();
  if (event.data.type === SETUP) {
    setup = event.data;
    tell({ type: READY });
    return;
  }
  query = event.data;
  if (!query.data.trim()) tell({ type: RESULT, data: { items: [] } });
  else if (!started) start();
});

function start() {
  // Each waits until it has come: where one does not, the next letter tries again.
  setup.data.docs = entries();
  importScripts(location.hash.slice(1));
  started = true;
  self.postMessage = () => {
    self.postMessage = tell;
    ready = true;
    handOn(query);
  };
  handOn(setup);
}

function entries() {
  const asked = new XMLHttpRequest();
  asked.open("GET", ENTRIES, false);
  asked.send();
  return JSON.parse(asked.response).docs;
}

function handOn(data) {
  self.dispatchEvent(new MessageEvent("message", { data }));
}
