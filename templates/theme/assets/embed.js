// For other people's pages: <maturity-atlas src="…"><a href="…">…</a></maturity-atlas> becomes a frame where scripts
// run, and is a link where they do not. `scheme` (light or dark) decides the colours, else the reader's system does.
customElements.get("maturity-atlas") || customElements.define("maturity-atlas", class extends HTMLElement {
  connectedCallback() {
    const { protocol, searchParams } = this.at = new URL(this.getAttribute("src"), document.baseURI);
    if (!protocol.startsWith("http")) return;
    if (this.hasAttribute("scheme")) searchParams.set("theme", this.getAttribute("scheme"));
    const frame = this.frame = document.createElement("iframe");
    // The link may not have been read yet.
    const name = () => { frame.title = this.title || this.textContent.trim(); };
    name();
    frame.onload = name;
    Object.assign(frame, { src: this.at.href, loading: "lazy", width: "100%", height: this.getAttribute("height") || 700 });
    frame.style.cssText = "border: 0; display: block";
    this.style.display ||= "block";
    // What stands in the element gives way to its shadow.
    (this.shadowRoot || this.attachShadow({ mode: "open" })).replaceChildren(frame);
    addEventListener("message", this);
  }

  disconnectedCallback() {
    removeEventListener("message", this);
  }

  // A frame tells its height and nothing else; nobody else is heard.
  handleEvent({ source, origin, data }) {
    const height = Math.ceil(data?.height);
    if (source === this.frame.contentWindow && origin === this.at.origin && height > 0) this.frame.height = Math.min(height, 20000);
  }
});
