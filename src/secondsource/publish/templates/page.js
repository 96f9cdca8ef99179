// Opens the source of an item beside it, switches the theme, and shows one story at a time. The page reads without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const panel = document.getElementById("source");
  const outlet = panel.querySelector(".source-outlet");
  const text = panel.querySelector(".source-text");
  const narrow = matchMedia("(max-width: 61.99rem)");
  let opener = null;

  // "12-40 52-60": positions in the report's text, in UTF-16 units as here.
  const readSpans = (words) => words.split(" ").filter(Boolean).map((pair) => pair.split("-").map(Number));

  // A copy of a paragraph, with the characters of the spans marked.
  function marked(paragraph, spans) {
    const copy = paragraph.cloneNode(false);
    copy.removeAttribute("id");
    const words = paragraph.textContent;
    const start = Number(paragraph.dataset.start);
    let done = 0;
    for (const [from, to] of spans) {
      const low = Math.max(from - start, done);
      const high = Math.min(to - start, words.length);
      if (low >= high) continue;
      copy.append(words.slice(done, low));
      const mark = document.createElement("mark");
      mark.textContent = words.slice(low, high);
      copy.append(mark);
      copy.classList.add("here");
      done = high;
    }
    copy.append(words.slice(done));
    return copy;
  }

  function openSource(link) {
    const report = document.getElementById(link.dataset.report);
    if (!report) return false;
    const spans = readSpans(link.dataset.spans).sort((a, b) => a[0] - b[0]);
    text.replaceChildren(...Array.from(report.querySelectorAll(":scope > p"), (p) => marked(p, spans)));
    const first = text.querySelector(".here");
    outlet.textContent = report.dataset.outlet + (first ? `, ${first.dataset.label}` : "");
    panel.querySelector(".source-title").textContent = report.dataset.title;
    panel.querySelector(".source-more").textContent = report.dataset.published;
    if (opener) opener.removeAttribute("aria-current");
    opener = link;
    opener.setAttribute("aria-current", "true");
    if (!panel.open) narrow.matches ? panel.showModal() : panel.show();
    document.body.classList.add("reading-source");
    text.scrollTop = 0;
    const mark = text.querySelector("mark");
    if (mark) text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3;
    if (!narrow.matches) link.scrollIntoView({ block: "nearest", behavior: "instant" });
    outlet.focus({ preventScroll: true });
    return true;
  }

  panel.addEventListener("close", () => {
    document.body.classList.remove("reading-source");
    if (!opener) return;
    opener.removeAttribute("aria-current");
    opener.focus({ preventScroll: true });
    opener.scrollIntoView({ block: "nearest", behavior: "instant" });
    opener = null;
  });
  panel.querySelector(".close").addEventListener("click", () => panel.close());
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) panel.close();
  });

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    let link = event.target.closest("a.place");
    const words = link ? null : event.target.closest(".words");
    if (words) {
      if (event.target.closest("a") || String(getSelection())) return;
      link = words.closest("li").querySelector("a.place");
    }
    if (link && openSource(link)) event.preventDefault();
  });

  const theme = document.querySelector(".theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const nameTheme = () => (theme.textContent = isDark() ? "Light" : "Dark");
  const stored = (value) => {
    try {
      if (value) localStorage.setItem("secondsource-theme", value);
      return localStorage.getItem("secondsource-theme");
    } catch {
      return null; // a page from a file may not keep anything
    }
  };
  const kept = stored();
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    stored(root.dataset.theme);
    nameTheme();
  });
  dark.addEventListener("change", nameTheme);
  theme.hidden = false;
  nameTheme();

  const index = document.getElementById("index");
  const stories = Array.from(document.querySelectorAll(".story"));
  function showStory() {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const chosen = target && target.closest(".story");
    if (index) {
      index.hidden = Boolean(chosen);
      for (const story of stories) story.hidden = story !== chosen;
    }
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView({ behavior: "instant" });
    if (target.tabIndex < 0 && target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
  }
  addEventListener("hashchange", () => {
    if (panel.open) panel.close();
    showStory();
  });
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details.fold, details.wordings")) fold.open = true;
  });
  showStory();
})();
