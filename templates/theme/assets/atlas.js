// Small behaviour of the frame. It listens on the document, since instant navigation replaces what is on the page.

const HEADER_LINKS = "header a[data-atlas-language]";

// Instant navigation leaves the header as it was: its language links follow those in the new page's footer.
window.document$?.subscribe(() => {
  for (const link of document.querySelectorAll(HEADER_LINKS)) {
    const twin = document.querySelector(`footer a[data-atlas-language][hreflang="${link.hreflang}"]`);
    if (twin) link.href = twin.href;
  }
});

// The link to the same page in another language keeps the place on the page, and a quiz's answers with it.
for (const type of ["click", "auxclick"]) {
  document.addEventListener(type, (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-atlas-language]");
    if (link) link.hash = location.hash;
  }, true);
}
