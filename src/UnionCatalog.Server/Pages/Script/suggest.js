// Suggestions under the search box while one types: a combobox with a list, after the WAI-ARIA Authoring Practices.
// The box is a plain box again where the list cannot be had.
(() => {
  const form = document.querySelector("form[data-suggest]");
  const box = form?.querySelector("input[type=search]");
  if (!box) return;

  const list = document.createElement("ul");
  const told = document.createElement("span");
  let asked, waiting, options = [], active = -1, gone = false;

  list.className = "suggestions";
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  told.className = "unseen";
  told.setAttribute("role", "status");
  box.after(list, told);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", "false");
  box.setAttribute("aria-controls", list.id);

  const isOpen = () => !list.hidden;

  function close() {
    clearTimeout(waiting);
    asked?.abort();
    list.hidden = true;
    choose(-1);
    box.setAttribute("aria-expanded", "false");
    told.textContent = "";
  }

  function choose(place) {
    options[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = options[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
  }

  // Only within this site, whatever the answer says.
  const isHere = address => typeof address === "string" && /^\/(?![/\\])/.test(address);

  function show(suggestions) {
    options = suggestions.filter(one => isHere(one.address)).map((one, place) => {
      const option = document.createElement("li");
      const text = document.createElement("bdi");
      const kind = document.createElement("span");
      option.id = "suggestion-" + place;
      option.dataset.address = one.address;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      text.textContent = one.text;
      kind.className = "kind";
      kind.textContent = form.dataset[one.kind] ?? "";
      option.append(text, " ", kind);
      return option;
    });
    active = -1;
    box.removeAttribute("aria-activedescendant");
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    box.setAttribute("aria-expanded", String(isOpen()));
    told.textContent = isOpen() ? form.dataset.count.replace("{0}", options.length) : "";
  }

  async function ask() {
    const text = box.value.trim();
    if (text.length < 2) return close();
    asked?.abort();
    const mine = asked = new AbortController();
    const late = setTimeout(() => mine.abort(), 3000);
    try {
      const answer = await fetch(form.dataset.suggest + "?q=" + encodeURIComponent(text), { signal: mine.signal });
      if (answer.status === 404) gone = true;
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      if (!mine.signal.aborted && document.activeElement === box) show(suggestions);
    } catch {
      if (asked === mine) close();
    } finally {
      clearTimeout(late);
    }
  }

  box.addEventListener("input", event => {
    if (gone || event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });

  box.addEventListener("keydown", event => {
    if (!isOpen() || event.isComposing) return;
    const last = options.length - 1;
    if (event.key === "ArrowDown") choose(active < last ? active + 1 : -1);
    else if (event.key === "ArrowUp") choose(active < 0 ? last : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) location.assign(options[active].dataset.address);
    else return;
    event.preventDefault();
  });

  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // The box keeps the focus while an option is pressed, so that the list is still there to be clicked.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.address);
  });
})();
