// Shows a page again when what it is made from has changed; keeps the place that the reader had scrolled to.
(() => {
  const { events, version, code, copied } = document.currentScript.dataset;
  const KEY = "atlas-preview", FILES = "atlas-preview-files"; // what a link to a file does: "", "code" or "copy"

  const told = document.createElement("p");
  told.className = "atlas-told";
  told.setAttribute("role", "status");
  document.body.append(told);
  const tell = (words) => {
    told.textContent = words;
    setTimeout(() => { told.textContent = ""; }, 5000);
  };
  const copy = async (place) => {
    await navigator.clipboard.writeText(place);
    tell(`${copied} ${place}`);
  };
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy).textContent));
  }
  if (!events) return;

  const isPlain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const openFile = (event) => {
    const link = event.target.closest?.('a[href*="/source?file="]:not([data-text])');
    const how = localStorage.getItem(FILES);
    if (!link || !how || !isPlain(event) || (how === "copy" && !navigator.clipboard)) return;
    event.preventDefault();
    const [file, line, column] = ["file", "line", "column"].map((key) => new URL(link.href).searchParams.get(key));
    if (how === "copy") copy(`${file}:${line}:${column}`);
    else location.assign(`${code}${encodeURI(file)}:${line}:${column}`);
  };

  let since = version;
  let source;
  let form = null, opened = "", opening = false, late = false; // the form that changes a text; whether a reload waits for its end

  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  if (kept?.address === location.href) scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });

  const reload = () => {
    if (form) { late = true; return; }
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
    const focused = article.contains(document.activeElement) && document.activeElement.dataset.text;
    article.replaceWith(nextArticle);
    panel.replaceWith(nextPanel);
    restore();
    if (focused) refocus(focused);
  };

  // A text stands beside its translation, source and all, while a pointer or the focus is on it.
  let beside = null, shown = null;
  const switched = () => document.querySelector(".atlas-beside__switch");

  const linkOf = (kind, address) => document.querySelector(`[data-${kind}="${CSS.escape(address)}"]`);

  // A text that gets the focus back is not asked for by that.
  const refocus = (address) => {
    const before = opening, link = linkOf("text", address), folded = link?.closest("details:not([open])");
    opening = true;
    if (folded) folded.open = true;
    link?.focus({ preventScroll: true });
    opening = before;
  };

  const restore = () => {
    uncover();
    const files = document.querySelector(".atlas-files");
    if (files) files.value = localStorage.getItem(FILES) ?? "";
    if (switched()) switched().checked = localStorage.getItem(KEY) !== "off";
    const link = shown && linkOf(form || opening ? "text" : "pair", shown);
    if (form || opening) { link?.parentElement.classList.add("atlas-beside-of"); return; }
    shown = null;
    link ? show(link) : hide();
  };

  const hide = () => {
    beside?.remove();
    document.querySelector(".atlas-beside-of")?.classList.remove("atlas-beside-of");
    beside = shown = form = null;
    if (late) reload();
  };

  const show = async (link) => {
    const address = link.dataset.pair;
    if (form || opening || address === shown || !switched()?.checked) return;
    await put(link, address);
  };

  const put = async (link, address) => {
    shown = address;
    const answer = await fetch(address);
    if (shown !== address || !answer.ok) return;
    const words = await answer.text();
    if (shown !== address) return;
    hide();
    shown = address;
    beside = new DOMParser().parseFromString(words, "text/html").querySelector(".atlas-beside");
    link.parentElement.classList.add("atlas-beside-of");
    document.body.append(beside);
    form = beside.querySelector(".atlas-text");
    suggested = "";
    opened = form && written();
    const panel = document.querySelector(".atlas-preview");
    if (form && panel) panel.querySelector("details").open = false;
    // It takes the end of the window that the text leaves free; below, it stands on the panel. A whole record
    // takes all of it.
    const whole = beside.matches(".atlas-record");
    const { top, bottom } = whole ? { top: 0, bottom: 0 } : link.parentElement.getBoundingClientRect();
    const kept = panel?.offsetHeight ?? 0, below = innerHeight - bottom - kept;
    const above = top > below;
    beside.classList.toggle("atlas-beside--above", above);
    beside.style.insetBlockEnd = above ? "" : `${kept}px`;
    beside.style.maxBlockSize = `${Math.max(above ? top : below, innerHeight / (form ? 3 : 5)) - 8}px`;
  };

  // A cell with a mark is moved out from under the panel, which opens by itself where something is wrong.
  const uncover = () => {
    if (shown) return; // whoever looks at a text keeps it under the pointer
    const panel = document.querySelector(".atlas-preview")?.getBoundingClientRect();
    const cells = [...document.querySelectorAll(".atlas-mark")].map((mark) => mark.parentElement.getBoundingClientRect());
    const cell = cells.find(({ top, bottom }) => bottom > 0 && top < innerHeight);
    const covered = cell && panel ? cell.bottom + 8 - panel.top : 0;
    if (covered > 0) scrollBy({ top: covered, behavior: "instant" });
  };

  // Without a program, and where one asks for another tab, the link leads to the place in the file.
  const open = async (event, link) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    if (unsaved()) return field().focus();
    form = null;
    opening = true;
    await put(link, link.dataset.text).finally(() => { opening = false; });
    if (form) field().focus();
    else if (link.href) location.assign(link.href);
    else tell(link.dataset.failed);
  };
  const field = () => form.querySelector("[aria-invalid]") ?? form.querySelector("select, input, textarea");
  const written = () => JSON.stringify([...new FormData(form)]);
  const unsaved = () => form && written() !== opened;
  const close = () => {
    const address = form && shown;
    hide();
    if (address) refocus(address);
  };
  // Only the word that says so throws away what was written.
  const leave = () => {
    if (!unsaved()) return close();
    form.querySelector("[role=alert]").textContent = form.dataset.unsaved;
    field().focus({ preventScroll: true });
  };
  const save = async (event) => {
    event.preventDefault();
    const said = form.querySelector("[role=alert]"), button = beside.querySelector("[type=submit]");
    const values = Object.fromEntries(new FormData(form));
    tellFields({});
    button.disabled = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ...JSON.parse(form.dataset.asked), values, new: values.new }),
      });
      if (answer.ok) return close();
      if (answer.headers.get("Content-Type")?.startsWith("application/json")) tellFields(await answer.json());
      else said.textContent = await answer.text();
    } catch {
      said.textContent = form.dataset.stopped;
    }
    button.disabled = false;
    field().focus({ preventScroll: true });
    const first = [...form.querySelectorAll(".atlas-text__said")].find((item) => item.textContent) ?? said;
    (first.closest(".atlas-record__field") ?? first).scrollIntoView({ block: "nearest", behavior: "instant" });
  };
  // What is wrong stands at the field that it is about; what is about none of them, above all.
  const tellFields = (reasons) => {
    for (const place of form.querySelectorAll(".atlas-text__said")) {
      const words = reasons[place.dataset.field ?? ""] ?? "", named = place.dataset.field;
      place.textContent = words;
      const about = named && form.elements[named];
      if (about) words ? about.setAttribute("aria-invalid", "true") : about.removeAttribute("aria-invalid");
    }
  };
  // An id follows what it is made from until somebody writes one.
  let suggested = "";
  const suggest = async () => {
    const mine = form, { suggest: address, namedBy } = form.dataset, values = new FormData(form);
    const query = new URLSearchParams(namedBy.split(" ").map((name) => [name, values.get(name)]));
    const answer = await fetch(`${address}&${query}`);
    if (!answer.ok || form !== mine || form.elements.id.value !== suggested) return;
    form.elements.id.value = suggested = await answer.text();
  };

  const TEXT = ":has(> [data-pair])";
  const lookAt = (event) => {
    const link = event.target.closest?.("[data-pair]")
      ?? event.target.closest?.(TEXT)?.querySelector(":scope > [data-pair]");
    if (link) show(link);
  };
  document.addEventListener("pointerover", lookAt);
  document.addEventListener("focusin", lookAt);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form === form) form?.requestSubmit();
  });
  document.addEventListener("toggle", uncover, true);
  addEventListener("beforeunload", (event) => { if (unsaved()) event.preventDefault(); });
  document.addEventListener("submit", (event) => { if (event.target === form) save(event); });
  document.addEventListener("click", (event) => {
    if (event.target.matches?.(".atlas-beside__close")) event.target.closest(".atlas-beside__save") ? close() : leave();
    const link = event.target.closest?.("[data-text]");
    if (link) open(event, link);
    openFile(event);
  });
  document.addEventListener("change", (event) => {
    if (form?.dataset.namedBy?.split(" ").includes(event.target.name) && event.target.form === form) suggest();
    if (event.target.matches?.(".atlas-files")) localStorage.setItem(FILES, event.target.value);
    if (event.target !== switched()) return;
    localStorage.setItem(KEY, event.target.checked ? "on" : "off");
    if (!event.target.checked && !form) hide();
  });
  restore();

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

  const stopped = (now) => {
    const words = document.querySelector(".atlas-stopped");
    if (words) words.textContent = now ? words.dataset.words : "";
  };

  const listen = () => {
    const query = new URLSearchParams({ since, page: location.pathname });
    source = new EventSource(`${events}?${query}`);
    source.addEventListener("page", (event) => renew(event).catch(reload));
    source.addEventListener("style", restyle);
    source.addEventListener("error", () => stopped(true));
    source.addEventListener("open", () => stopped(false));
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
