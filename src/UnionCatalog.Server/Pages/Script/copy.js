// Lines to be copied get a button that does it.
for (const lines of navigator.clipboard ? document.querySelectorAll("pre[data-copy]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = lines.dataset.copy;
  const said = document.createElement("span");
  said.className = "unseen";
  said.setAttribute("role", "status");
  button.addEventListener("click", () => navigator.clipboard.writeText(lines.textContent).then(() => {
    button.textContent = lines.dataset.copied;
    said.textContent = lines.dataset.copied;
    setTimeout(() => {
      button.textContent = lines.dataset.copy;
      said.textContent = "";
    }, 3000);
  }, () => { /* The browser forbids it: the lines can still be marked by hand. */ }));
  lines.after(button, said);
}
