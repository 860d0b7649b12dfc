// Tables without branches can be sorted by any column: once up, once down, then as the report has them.
const LONG_ENOUGH = 5;
const byText = new Intl.Collator(page.lang, { numeric: true }).compare;

function valueOf(cell) {
  const step = cell?.querySelector("[class^=step-]");
  return step ? step.className : cell?.dataset.n ?? cell?.textContent ?? "";
}

function sort(table, header, way) {
  const at = header.cellIndex;
  const rows = table.asReported.slice();
  if (way !== "none") rows.sort((a, b) => byText(valueOf(a.cells[at]), valueOf(b.cells[at])));
  if (way === "descending") rows.reverse();
  for (const each of table.tHead.rows[0].cells) each.setAttribute("aria-sort", each === header ? way : "none");
  table.tBodies[0].append(...rows);
}

for (const table of document.querySelectorAll("main table")) {
  table.asReported = [...table.tBodies[0].rows];
  if (table.asReported.length < LONG_ENOUGH || table.querySelector(".branch")) continue;
  for (const header of table.tHead.rows[0].cells) {
    if (!header.textContent) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.title = own.order;
    button.append(...header.childNodes);
    header.append(button);
    header.setAttribute("aria-sort", "none");
  }
}

document.querySelector("main").addEventListener("click", (event) => {
  const header = event.target.closest("th[aria-sort] > button")?.parentElement;
  if (!header) return;
  const next = { none: "ascending", ascending: "descending", descending: "none" };
  sort(header.closest("table"), header, next[header.getAttribute("aria-sort")]);
});
