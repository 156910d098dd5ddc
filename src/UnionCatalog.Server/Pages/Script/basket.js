// The basket: names of editions, at most 200, kept in this browser and nowhere else.
(() => {
  "use strict";
  const link = document.querySelector("[data-basket]");
  if (!link) return;
  const most = 200;
  const isName = name => /^[0-9A-Za-z]{12}$/.test(name);
  const list = text => (text || "").split(" ").filter(Boolean);
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem("basket"));
      return Array.isArray(kept) ? [...new Set(kept.filter(isName))].slice(0, most) : [];
    } catch { return []; }
  };
  const write = names => {
    try { localStorage.setItem("basket", JSON.stringify(names)); } catch { /* A browser that keeps nothing has no basket. */ }
  };
  const address = names => "/basket" + (names.length ? "?id=" + names.join("&id=") : "");

  // What was united with another edition, or is gone, is learnt on the page of the basket.
  const page = document.querySelector("[data-chosen]");
  if (page) {
    const moved = new Map(list(page.dataset.moved).map(pair => pair.split(":")));
    const gone = new Set(list(page.dataset.unknown));
    write([...new Set(read().filter(name => !gone.has(name)).map(name => moved.get(name) || name))]);
    if (!location.search && read().length) location.replace(address(read()));
  }
  const isMine = page && list(page.dataset.chosen).every(name => read().includes(name));

  const buttons = [...document.querySelectorAll("[data-edition]")].map(holder => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "keep";
    const title = holder.querySelector("h1, h2");
    button.addEventListener("click", () => {
      const names = read(), name = holder.dataset.edition;
      if (names.includes(name)) write(names.filter(other => other !== name));
      else if (names.length < most) write([...names, name]);
      draw();
      if (names.includes(name) && isMine) location.replace(address(read()));
    });
    (holder.querySelector("header > div") || holder).append(button);
    return { button, name: holder.dataset.edition, title: title ? title.textContent.trim() : "" };
  });

  function draw() {
    const names = read();
    link.textContent = link.dataset.basket + (names.length ? ` (${names.length})` : "");
    link.href = address(names);
    for (const { button, name, title } of buttons) {
      const isKept = names.includes(name);
      button.textContent = isKept ? link.dataset.kept : names.length < most ? link.dataset.keep : link.dataset.full;
      button.setAttribute("aria-pressed", isKept);
      button.setAttribute("aria-label", `${button.textContent}: ${title}`);
      button.disabled = !isKept && names.length >= most;
    }
  }

  addEventListener("storage", draw);
  addEventListener("pageshow", draw);
  draw();
})();
