// A button beside each text that is there to be copied; without scripts it is marked and copied by hand.
(() => {
  "use strict";
  const select = element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  for (const text of document.querySelectorAll("[data-copy]")) {
    const { copyWord, copiedWord } = text.closest("[data-copy-word]").dataset;
    // Lines of code keep their breaks.
    const words = text.localName === "pre" ? text.textContent : text.textContent.replace(/\s+/g, " ").trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copyWord;
    button.setAttribute("aria-label", `${copyWord}: ${text.dataset.copy}`);
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(words);
        status.textContent = copiedWord;
      } catch {
        // A page that did not come by HTTPS has no clipboard: the text is marked, one key copies it.
        select(text.querySelector("bdi, code") || text);
      }
    });
    text.append(" ", button, " ", status);
  }
})();
