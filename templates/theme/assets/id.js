// A permanent address: on to the thing that it names, in the language that the browser asks for.
const wanted = decodeURIComponent(location.hash.slice(1));
const entry = wanted ? document.getElementById(wanted) : document.querySelector("li:not([id])");
const links = [...(entry?.querySelectorAll("a") ?? [])];
const speaks = navigator.languages.map(tag => tag.split("-")[0]);
const best = links.sort((a, b) => rank(a) - rank(b))[0];
if (best) location.replace(best.href);

function rank(link) {
  const at = speaks.indexOf(link.hreflang.split("-")[0]);
  return at < 0 ? speaks.length : at;
}
