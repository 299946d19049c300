// The frame. Instant navigation replaces what is on the page, but not the document.

const HOME = document.currentScript.src.slice(0, -3);
const PARTS = { quiz: "atlas-quiz, atlas-check", check: "atlas-check", compare: "atlas-pair, atlas-compare" };
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
