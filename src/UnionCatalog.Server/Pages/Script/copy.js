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
    const isLines = text.matches("pre");
    const words = isLines ? text.textContent : text.textContent.replace(/\s+/g, " ").trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copyWord;
    button.setAttribute("aria-label", text.dataset.copy ? `${copyWord}: ${text.dataset.copy}` : copyWord);
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(words);
        status.textContent = copiedWord;
      } catch {
        // A page that did not come by HTTPS has no clipboard: the text is marked, one key copies it.
        select(text.querySelector("bdi") || text);
      }
    });
    if (isLines) {
      text.after(button, " ", status);
    } else {
      text.append(" ", button, " ", status);
    }
  }
})();
