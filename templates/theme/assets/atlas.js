// Small behaviour of the frame. It listens on the document, since instant navigation replaces what is on the page.

// The link to the same page in another language keeps the place on the page, and a quiz's answers with it.
for (const type of ["click", "auxclick"]) {
  document.addEventListener(type, (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-atlas-language]");
    if (link && location.hash) link.hash = location.hash;
  }, true);
}
