"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);
  const rows = one("#rows");
  const told = one("#told");
  const tools = one("nav.tools");
  const wanted = {
    fact: "mark.go.fact",
    change: "mark.go:not(.small):not(.noted), mark.go.alone",
    note: ".note",
  };
  const names = { fact: "Fact", change: "Change", note: "Note" };
  const known = {};
  let here = null;

  // The page stands as it was written: what can be gone to is looked for once.
  const all = (what) => (known[what] ??= [...one("main").querySelectorAll(wanted[what])]);

  const root = document.documentElement;
  const isOn = (place) =>
    [...place.classList].every((look) => !root.classList.contains(`no-${look}`));
  const isShown = (place) => {
    const row = place.closest(".row");
    const visible = !row || getComputedStyle(row).display !== "none";
    return visible && (place.localName !== "mark" || isOn(place));
  };

  const isInView = (place) => {
    const box = place.getBoundingClientRect();
    return box.bottom > tools.offsetHeight && box.top < innerHeight;
  };
  const topRow = () => {
    const edge = tools.getBoundingClientRect().bottom + 8;
    const x = innerWidth / 3;
    for (let y = edge; y < innerHeight; y += 12) {
      const row = document.elementFromPoint(x, y)?.closest(".row:not(.head)");
      if (row) return row;
    }
    return null;
  };
  const from = () => (here && isInView(here) ? here : topRow());

  // How many of the places stand before the one given, in the order of the page.
  const countBefore = (places, place, itself) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = places[middle].compareDocumentPosition(place);
      const before = order & Node.DOCUMENT_POSITION_FOLLOWING || (itself && !order);
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const find = (what, by) => {
    const places = all(what);
    const start = from();
    let at = start ? countBefore(places, start, by > 0) : 0;
    if (by < 0) at -= 1;
    while (places[at] && !isShown(places[at])) at += by;
    return at;
  };

  // Only these marks of all have the class; to look for them would take long.
  const marked = { here: [], both: [] };
  const mark = (name, places) => {
    for (const place of marked[name]) place.classList.remove(name);
    for (const place of places) place.classList.add(name);
    marked[name] = places;
  };
  const together = (place) => {
    const phrase = place.dataset.p;
    if (phrase === undefined) return [place];
    return [...place.closest(".row").querySelectorAll(`mark[data-p="${phrase}"]`)];
  };

  const goTo = (place) => {
    here = place;
    mark("here", together(place));
    place.scrollIntoView({ block: "center" });
    // What was not laid out yet may have moved it.
    requestAnimationFrame(() => place.scrollIntoView({ block: "center" }));
    const row = place.closest(".row");
    if (row) {
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
    }
  };

  const step = (what, by) => {
    const at = find(what, by);
    const places = all(what);
    if (!places[at]) {
      told.textContent = by > 0 ? `No ${what} after this` : `No ${what} before this`;
      return;
    }
    goTo(places[at]);
    const why = places[at].title ? `: ${places[at].title}` : "";
    told.textContent = `${names[what]} ${at + 1} of ${places.length}${why}`;
  };

  const keys = {
    "]": () => step("fact", 1),
    "[": () => step("fact", -1),
    n: () => step("change", 1),
    N: () => step("change", -1),
    "}": () => step("note", 1),
    "{": () => step("note", -1),
    g: () => scrollTo(0, 0),
  };
  document.addEventListener("keydown", (event) => {
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    // Some keyboards have brackets only with AltGr, which may come as ctrl and alt.
    const held = event.altKey ? /\w/.test(event.key) : event.ctrlKey;
    if (!act || held || event.metaKey || event.isComposing) return;
    event.preventDefault();
    act();
  });
  const closeMenus = (but) => {
    for (const menu of tools.querySelectorAll("details[open]"))
      if (!menu.contains(but)) menu.open = false;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus(null);
  });
  document.addEventListener("click", (event) => {
    closeMenus(event.target);
    const button = event.target.closest("button[data-go]");
    if (button) step(button.dataset.go, Number(button.dataset.by));
  });
  rows.addEventListener("click", (event) => {
    here = event.target.closest("mark.go, .row") ?? here;
  });
  addEventListener("hashchange", () => (here = null));

  // What the boxes say stands in classes: rules that asked the boxes themselves would
  // be asked again for every row while a long page is read in.
  const heed = (box) => {
    if (box.type === "checkbox") root.classList.toggle(box.value, !box.checked);
    else for (const one of tools.querySelectorAll(`[name="${box.name}"]`))
      if (one.value) root.classList.toggle(one.value, one.checked);
  };
  tools.addEventListener("change", (event) => heed(event.target));
  // A page that is opened again may have its boxes as they were left.
  for (const box of tools.querySelectorAll("input")) heed(box);

  // The words on the other side that a mark belongs with.
  rows.addEventListener("mouseover", (event) => {
    const place = event.target.closest("mark[data-p]");
    mark("both", place ? together(place) : []);
  });

  for (const part of document.querySelectorAll(".jumps, .menu")) part.hidden = false;
})();
