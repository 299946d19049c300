// Shows a page again when what it is made from has changed; keeps the place that the reader had scrolled to.
(() => {
  const { events, version } = document.currentScript.dataset;
  const KEY = "atlas-preview";

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () =>
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent));
  }
  if (!events) return;

  let since = version;
  let source;

  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  if (kept?.address === location.href) scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });

  const reload = () => {
    sessionStorage.setItem(KEY, JSON.stringify({ address: location.href, x: scrollX, y: scrollY }));
    location.reload();
  };

  // What stands around the article may have scripts that know it: only an article is renewed without a reload.
  const renew = async (event) => {
    since = event.data;
    const answer = await fetch(location.href);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (since !== event.data) return;
    const [panel, nextPanel] = [document, next].map((page) => page.querySelector(".atlas-preview"));
    const [article, nextArticle] = [document, next].map((page) => page.querySelector("article"));
    if (!article || !nextArticle || panel?.dataset.frame !== nextPanel?.dataset.frame) return reload();
    const opened = article.querySelectorAll("details");
    const nextOpened = nextArticle.querySelectorAll("details");
    if (opened.length === nextOpened.length) nextOpened.forEach((item, n) => { item.open = opened[n].open; });
    if (panel.className === nextPanel.className) {
      nextPanel.querySelector("details").open = panel.querySelector("details").open;
    }
    article.replaceWith(nextArticle);
    panel.replaceWith(nextPanel);
  };

  const restyle = (event) => {
    since = event.data;
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const address = new URL(link.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("v", since);
      const next = link.cloneNode();
      next.href = address;
      next.addEventListener("load", () => link.remove());
      link.after(next);
    }
  };

  const listen = () => {
    const query = new URLSearchParams({ since, page: location.pathname });
    source = new EventSource(`${events}?${query}`);
    source.addEventListener("page", (event) => renew(event).catch(reload));
    source.addEventListener("style", restyle);
  };

  // A browser keeps few connections to one server: only the page that is looked at holds one.
  const look = () => {
    source?.close();
    if (document.visibilityState === "visible") listen();
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && look());
  look();
})();
