// Asks the libraries whether the book is in, now. Without it the page tells the last harvest, and has a link that asks.
(() => {
  "use strict";
  const list = document.querySelector("[data-live]");
  if (!list) return;
  const words = list.dataset, language = document.documentElement.lang;
  const fill = (text, ...parts) => text.replace(/\{(\d)[^}]*\}/g, (_, number) => parts[number]);
  const day = date => new Date(date + "T00:00").toLocaleDateString(language, { day: "numeric", month: "long" });
  const time = moment => new Date(moment).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });

  const show = ({ library, status, copies, available, due, askedAt }) => {
    const line = [...list.children].find(line => line.dataset.library === library);
    const [mark, ...others] = line ? line.querySelectorAll(".status") : [];
    if (!mark) return;
    // It answers for all its shelves together.
    others.forEach(other => other.closest("td").remove());
    mark.closest("td").rowSpan += others.length;
    mark.className = "status " + status;
    mark.textContent = status === "available" && copies > 1 ? fill(words.of, available, copies) : words[status];
    const since = line.querySelector(".now") || mark.parentElement.appendChild(document.createElement("span"));
    since.className = "hint now";
    since.textContent = (due ? fill(words.due, day(due)) + " · " : "") + fill(words.asked, time(askedAt));
  };

  addEventListener("load", async () => {
    try {
      const answer = await fetch(words.live);
      const live = answer.ok ? (await answer.json()).libraries.filter(library => library.from === "live") : [];
      live.forEach(show);
      document.querySelector("[data-live-told]").textContent = live.length ? fill(words.told, live.length) : words.none;
      if (live.length) document.querySelector("[data-live-link]").parentElement.remove();
      // Where all have answered nothing is of the last harvest.
      if (live.length === list.querySelectorAll("[data-library]").length) document.getElementById("as-of").remove();
    } catch { /* The line is down: the page says what it said, and the link is still there. */ }
  });
})();
