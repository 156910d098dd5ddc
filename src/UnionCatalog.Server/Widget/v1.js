// Shows which other libraries have the book of a catalogue's page. How to use it: /widget of the service that this file comes from.
(() => {
  "use strict";
  const NAME = "union-catalog";
  const ATTRIBUTES = ["isbn", "issn", "title", "author", "library", "lang"];
  const MOST_ROWS = 8;
  const PATIENCE = 5000;
  const script = document.currentScript || document.querySelector('script[src*="/widget/v1.js"]');
  if (!script || !window.customElements || !window.AbortController || customElements.get(NAME)) return;
  const base = new URL("../", script.src);
  if (!/^https?:$/.test(base.protocol)) return;

  const WORDS = {
    id: {
      heading: "Juga ada di perpustakaan ini", number: "No. panggil", one: "Lihat di Katalog Bersama", many: "Lihat semua {0} perpustakaan di Katalog Bersama",
      available: "Tersedia", onLoan: "Dipinjam", notForLoan: "Baca di tempat", missing: "Hilang atau rusak"
    },
    en: {
      heading: "Also at these libraries", number: "Call number", one: "See it in the union catalogue", many: "See all {0} libraries in the union catalogue",
      available: "Available", onLoan: "On loan", notForLoan: "Read there only", missing: "Missing or damaged"
    }
  };

  const CSS = `:host{display:block}
.box{font:var(--union-catalog-font,inherit);color:var(--union-catalog-color,inherit);background:var(--union-catalog-background,transparent);border:1px solid var(--union-catalog-border,rgba(128,128,128,.5));border-radius:var(--union-catalog-radius,.5em);padding:var(--union-catalog-padding,.75em 1em);margin:var(--union-catalog-margin,1em 0);text-align:start;overflow-wrap:anywhere}
h2{font:inherit;font-size:1.1em;font-weight:700;margin:0}
ul{list-style:none;margin:.5em 0 0;padding:0}
li{display:flex;flex-wrap:wrap;gap:0 .9em;padding:.4em 0;border-top:1px solid var(--union-catalog-border,rgba(128,128,128,.5))}
.name{flex:1 1 14em;font-weight:600}
.status{font-weight:600}
.available{color:var(--union-catalog-available,inherit)}
.elsewhere{color:var(--union-catalog-unavailable,inherit)}
a{color:var(--union-catalog-link,inherit);display:inline-block;padding:.35em 0;text-decoration:underline}
a:focus-visible{outline:3px solid var(--union-catalog-focus,currentColor);outline-offset:2px}
@media print{a{display:none}}`;

  // What of a page names its book. The first selector that finds a text counts; "rows" are tables of a name and a value.
  const RECIPES = [
    { // SLiMS 8 and 9: what lib/detail.inc.php puts into the head whatever the theme is, and the themes' own marks.
      number: ['meta[name="DC.identifier"]', '[itemprop="isbn"]'], title: [".s-detail-title", ".blockquote h4", 'meta[name="DC.title"]'], author: ['meta[name="DC.creator"]']
    },
    { // Koha's opac-detail, with its XSLT and without.
      number: ["#opac-detail .results_summary.isbn", "#opac-detail .results_summary.issn"], title: ["#opac-detail h1.title", "#opac-detail h2.title"], without: ".title_resp_stmt, .title_medium",
      author: ["#opac-detail .author a", "#opac-detail .author"], place: "#catalogue_detail_biblio"
    },
    { // INLISLite's detail-opac: a table without marks.
      rows: ".table-striped tr", number: /^\s*(ISBN|ISSN)\s*$/i, title: /^\s*(judul|title)\s*$/i, author: /^\s*(pengarang|author)\s*$/i
    }
  ];

  const cut = text => (text || "").slice(0, 300).trim();
  const few = selector => [...document.querySelectorAll(selector)].slice(0, 100);
  const first = texts => texts.map(cut).find(text => text && text !== "-") || "";

  const find = selector => {
    try {
      return selector ? document.querySelector(selector) : null;
    } catch (mistyped) {
      return null;
    }
  };

  const textOf = (element, without) => {
    let text = element.content || element.textContent;
    if (without) element.querySelectorAll(without).forEach(part => { text = text.replace(part.textContent, " "); });
    return text;
  };

  // ISO 2108, annex C, and ISO 3297, annex A: what is mistyped finds nothing, or another book.
  const sum = (digits, weight) => [...digits].reduce((total, digit, at) => total + (digit === "X" ? 10 : +digit) * weight(at), 0);
  const isNumber = digits =>
    /^97[89]\d{10}$/.test(digits) ? sum(digits, at => (at % 2 ? 3 : 1)) % 10 === 0
      : /^(\d{9}|\d{7})[\dX]$/.test(digits) && sum(digits, at => digits.length - at) % 11 === 0;
  const numbersIn = text => [...text.toUpperCase().split(/[^\dX-]+/), text.toUpperCase()].map(part => part.replace(/[^\dX]/g, "")).filter(isNumber);

  const read = recipe => {
    const rows = recipe.rows && few(recipe.rows).filter(row => row.cells && row.cells.length === 2);
    const texts = (wanted, without) => rows
      ? rows.filter(row => wanted.test(row.cells[0].textContent)).map(row => textOf(row.cells[1].querySelector("a") || row.cells[1]))
      : [].concat(...wanted.map(selector => few(selector).map(element => textOf(element, without))));
    return { numbers: texts(recipe.number).map(cut), title: first(texts(recipe.title, recipe.without)), author: first(texts(recipe.author)) };
  };

  const given = element => {
    const value = name => cut(element.getAttribute(name));
    return { numbers: [value("isbn"), value("issn")], title: value("title"), author: value("author") };
  };

  const queryOf = element => {
    const book = ["isbn", "issn", "title"].some(name => element.hasAttribute(name))
      ? given(element)
      : RECIPES.map(read).find(found => [].concat(...found.numbers.map(numbersIn)).length || (found.title && found.author));
    if (!book) return null;
    const numbers = [...new Set([].concat(...book.numbers.map(numbersIn)))].slice(0, 10);
    if (!numbers.length && !(book.title && book.author)) return null;
    const query = new URLSearchParams();
    numbers.forEach(number => query.append(number.length === 8 ? "issn" : "isbn", number));
    if (book.title) query.set("title", book.title);
    if (book.title && book.author) query.set("author", book.author);
    query.set("except", cut(element.getAttribute("library")) || cut(location.host + location.pathname));
    return query;
  };

  const make = (tag, name, ...children) => {
    const element = document.createElement(tag);
    if (name) {
      element.className = name;
      element.setAttribute("part", name);
    }
    element.append(...children);
    return element;
  };

  const isolate = text => make("bdi", "", String(text));

  const row = (held, words, language) => {
    const line = make("li", "library", make("span", "name", isolate(held.name)));
    const add = (name, ...children) => line.append(" ", make("span", name, ...children));
    if (held.callNumber) add("call-number", words.number + " ", isolate(held.callNumber));
    if (words[held.status]) {
      add("status", words[held.status]);
      line.lastChild.classList.add(held.status === "available" ? "available" : "elsewhere");
    }
    if (typeof held.metres === "number") add("distance", (held.metres / 1000).toLocaleString(language, { maximumFractionDigits: 1 }) + " km");
    return line;
  };

  const languageOf = element => {
    const marked = element.closest("[lang]");
    return marked && /^en\b/i.test(marked.getAttribute("lang")) ? "en" : "id";
  };

  const show = (element, box, answer) => {
    const language = languageOf(element), words = WORDS[language];
    let left = MOST_ROWS;
    const editions = answer.editions.filter(edition => /^\w{1,64}$/.test(edition.id) && edition.holdings.length);
    box.lastChild.remove();
    if (!editions.length) return;
    box.lang = language;
    box.className = "box";
    box.setAttribute("part", "box");
    // The heading alone is announced: a list that is read out unasked would be in the way.
    box.firstChild.append(make("h2", "heading", words.heading));
    for (const edition of editions) {
      const shown = edition.holdings.slice(0, left);
      if (!shown.length) break;
      left -= shown.length;
      const link = make("a", "link", edition.libraries > shown.length ? words.many.replace("{0}", edition.libraries) : words.one, editions.length > 1 && edition.year ? ` (${edition.year})` : "");
      link.href = new URL("records/" + edition.id, base);
      box.append(make("ul", "list", ...shown.map(held => row(held, words, language))), link);
    }
  };

  const dress = root => {
    try { // A page's policy may forbid style elements; a sheet that is made is not one.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
    } catch (old) {
      root.append(make("style", "", CSS));
    }
  };

  const load = element => {
    const root = element.shadowRoot || element.attachShadow({ mode: "open" });
    const box = make("section", "", make("div"), make("slot"));
    box.firstChild.id = "heading";
    box.firstChild.setAttribute("aria-live", "polite");
    box.setAttribute("aria-labelledby", "heading");
    root.textContent = "";
    dress(root);
    root.append(box);
    const query = queryOf(element);
    if (!query) return;
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), PATIENCE);
    fetch(new URL("api/holdings?" + query, base), { signal: stop.signal, credentials: "omit", referrerPolicy: "no-referrer" })
      .then(response => response.ok ? response.json() : null)
      .then(answer => { if (answer && box.isConnected) show(element, box, answer); })
      .catch(() => { /* Down, slow, or refused by the page's policy: the page stays as it was. */ })
      .then(() => clearTimeout(timer));
  };

  const whenRead = act => document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", act, { once: true }) : act();

  class UnionCatalog extends HTMLElement {
    static get observedAttributes() { return ATTRIBUTES; }

    connectedCallback() { this.plan(); }

    attributeChangedCallback() { if (this.isConnected) this.plan(); }

    // Several attributes that are set one after the other are one question.
    plan() {
      clearTimeout(this.planned);
      whenRead(() => {
        clearTimeout(this.planned);
        this.planned = setTimeout(() => { if (this.isConnected) load(this); }, 0);
      });
    }
  }

  customElements.define(NAME, UnionCatalog);

  if ("unionCatalog" in script.dataset) {
    whenRead(() => {
      const element = document.createElement(NAME);
      ATTRIBUTES.filter(name => name in script.dataset).forEach(name => element.setAttribute(name, script.dataset[name]));
      const target = find(script.dataset.place) || RECIPES.map(recipe => find(recipe.place)).find(place => place);
      if (target) target.append(element);
      else if (document.body.contains(script)) script.after(element);
      else document.body.append(element);
    });
  }
})();
