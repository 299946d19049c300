// In a frame on another site's page: light or dark as the address says (?theme=dark), or as the reader's system asks.
{
  const root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = new URLSearchParams(location.search).get("theme");
  dark.onchange = () => {
    root.dataset.mdColorScheme = (theme ? theme === "dark" : dark.matches) ? "slate" : "default";
  };
  dark.onchange();
  // The page around the frame may make room: nothing but the height is told to it.
  addEventListener("DOMContentLoaded", () => new ResizeObserver(() => {
    parent.postMessage({ atlasEmbed: true, height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  }).observe(document.body));
}
