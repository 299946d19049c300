// The frame. Instant navigation replaces what is on the page, but not the document.

const HOME = document.currentScript.src.slice(0, -3);
const PARTS = { quiz: "atlas-quiz, atlas-check", check: "atlas-check", compare: "atlas-pair, atlas-compare", both: "atlas-both" };
const LINK = "a[data-atlas-language]";

function update() {
  // A part of a page brings its own script, and only where it stands.
  for (const [part, elements] of Object.entries(PARTS)) {
    const src = `${HOME}-${part}.js`;
    if (document.querySelector(elements) && !document.querySelector(`script[src="${src}"]`)) {
      document.head.append(Object.assign(document.createElement("script"), { src }));
    }
  }
  // The header's language links stayed: they follow those in the new page's footer.
  for (const link of document.querySelectorAll("header " + LINK)) {
    const twin = document.querySelector(`footer ${LINK}[hreflang="${link.hreflang}"]`);
    if (twin) link.href = twin.href;
  }
  imprint();
}

// What a sheet's margin shows.
function imprint() {
  const place = document.querySelector(".a-imprint"), root = document.documentElement;
  if (!place) return;
  const address = place.querySelector("bdi"), today = place.querySelector("b");
  if (address && location.host) address.textContent = location.origin + location.pathname + " · ";
  today.textContent = new Date().toLocaleDateString(root.lang, { dateStyle: "long" });
  today.parentElement.hidden = false;
  root.dataset.from = place.textContent;
}

update();
addEventListener("beforeprint", imprint);
window.document$?.subscribe(update);

// A language link keeps the place on the page, and a quiz's answers with it.
for (const type of ["click", "auxclick"]) {
  document.addEventListener(type, (event) => {
    const link = event.target instanceof Element && event.target.closest(LINK);
    if (link) link.hash = location.hash;
  }, true);
}

// The search opens and closes here; what finds is loaded with the first word. What was looked for stands in the
// address as ?q= while it is open, so that Back from a result shows the results again.
function readySearch(button, dialog) {
  const field = dialog.querySelector("input"), told = dialog.querySelector("[role=status]");
  let loading;

  function open() {
    dialog.showModal();
    field.select();
    search();
  }

  function follow({ searchParams }) {
    dialog.close();
    if (!searchParams.has("q")) return;
    field.value = searchParams.get("q");
    open();
  }

  async function search() {
    if (!loading && !field.value.trim()) return;
    loading ??= Promise.all([finder(), script("search/dialog.js")]);
    const [worker] = await loading.catch(() => []);
    if (worker) return dialog.ask(worker, field.value);
    loading = undefined;
    told.textContent = told.dataset.failed;
  }

  function script(name) {
    return new Promise((onload, onerror) => {
      document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, HOME), onload, onerror }));
    });
  }

  // A worker that has all it needs; from a file a browser starts none, and a script of the copy takes its place.
  async function finder() {
    if (location.protocol === "file:") return script("search/offline.js").then(() => FINDER);
    const worker = new Worker(new URL("search/find.js", HOME));
    return new Promise((done, failed) => {
      worker.onmessage = () => done(worker);
      worker.onerror = failed;
    });
  }

  told.dataset.hint = told.textContent;
  button.disabled = false;
  button.onclick = open;
  field.oninput = search;
  dialog.querySelector("button").onclick = () => dialog.close();
  dialog.onmousedown = (event) => {
    if (event.target !== dialog) return;
    // The focus goes back, and not to where the click was.
    event.preventDefault();
    dialog.close();
  };
  dialog.onclose = () => {
    const address = new URL(location);
    address.searchParams.delete("q");
    if (!dialog.open && location.search) history.replaceState(history.state, "", address);
  };
  document.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (!["/", "s", "f"].includes(key) || altKey || ctrlKey || metaKey || dialog.open) return;
    if (target.closest("select, textarea, [contenteditable], input:not([type=radio], [type=checkbox])")) return;
    event.preventDefault();
    open();
  });
  follow(new URL(location));
  window.location$?.subscribe(follow);
}

if (document.querySelector(".a-finder")) {
  readySearch(...[".a-search", ".a-finder"].map((part) => document.querySelector(part)));
}
