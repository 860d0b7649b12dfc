// Within a table the arrow keys go from row to row; they do so only where a row's button has the focus (WCAG 2.1.4).
document.querySelector("main").addEventListener("keydown", (event) => {
  if (!event.target.matches(".leads")) return;
  const buttons = [...event.target.closest("tbody").querySelectorAll("tr:not([hidden]) .leads")];
  const at = buttons.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
});
