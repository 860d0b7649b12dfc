// Where a row leads: its own cells, then each row that it links to in its first column of links, and under that the
// others that are linked with both. Put together from what stands in the page, as text: nothing is parsed as markup.
const dialog = document.getElementById("_paths");

function make(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}

// A cell's runs, whether it has one line or several: the first of them names the row.
function runsOf(cell) {
  return [...cell.querySelectorAll("a, bdi, strong, code")].filter((run) => !run.querySelector("bdi"));
}

function copyOf(cell) {
  const copy = cell.cloneNode(true);
  for (const button of copy.querySelectorAll("button")) button.replaceWith(...button.childNodes);
  return [...copy.childNodes];
}

// The rows that a part of the page links to, each with what the line says of it besides, if the line is about it alone.
function leadsFrom(part) {
  const found = new Map();
  for (const link of part.querySelectorAll('a[href^="#"]')) {
    const row = document.getElementById(link.hash.slice(1));
    const line = link.closest("td > div, td, th");
    const alone = line?.querySelectorAll("a").length === 1;
    const besides = alone ? runsOf(line).filter((run) => run !== link).map((run) => run.textContent).join("") : "";
    if (row?.matches("tr") && !found.has(row)) found.set(row, besides.trim());
  }
  return found;
}

function linked(one, other) {
  return leadsFrom(one).has(other) || leadsFrom(other).has(one);
}

function headerOf(cell) {
  return cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent;
}

function named([row, besides]) {
  const [first, ...rest] = runsOf(row.cells[0]);
  const link = make("a", first.textContent);
  link.href = `#${row.id}`;
  const words = rest.length ? rest.map((run) => run.textContent).join(" ") : row.cells[1]?.textContent;
  const more = make("bdi", besides);
  more.className = "muted";
  return [link, " ", make("bdi", words ?? ""), " ", more];
}

// Lists the leads of each column under its heading, those that are wanted; nothing where there are none.
function grouped(columns, wanted) {
  const found = columns.map(({ title, leads }) => ({ title, leads: [...leads].filter(([row]) => wanted(row)) }));
  const lists = found
    .filter(({ leads }) => leads.length > 0)
    .map(({ title, leads }) => make("li", make("span", title), listOf(leads.map((lead) => make("li", ...named(lead))))));
  return lists.length ? [listOf(lists)] : [];
}

function listOf(entries) {
  return make("ul", ...entries);
}

function columnsOf(row) {
  const cells = [...row.cells].slice(1).map((cell) => ({ title: headerOf(cell), leads: leadsFrom(cell) }));
  return cells.filter(({ leads }) => leads.size > 0);
}

function pathsOf(row) {
  const [first, ...later] = columnsOf(row);
  const starts = [...first.leads.keys()];
  const paths = [...first.leads].map((lead) =>
    make("li", ...named(lead), ...grouped(later, (each) => linked(lead[0], each))),
  );
  const apart = grouped(later, (each) => !starts.some((start) => linked(start, each)));
  if (apart.length) paths.push(make("li", dialog.dataset.elsewhere, ...apart));
  const list = listOf(paths);
  list.className = "leading";
  return [make("h3", `${dialog.dataset.leads}: ${first.title}`), list];
}

function cellsOf(row) {
  const told = [...row.cells].slice(1).filter((cell) => cell.textContent && !leadsFrom(cell).size);
  return make("dl", ...told.map((cell) => make("div", make("dt", headerOf(cell)), make("dd", ...copyOf(cell)))));
}

function showPaths(row) {
  dialog.querySelector("h2").replaceChildren(...copyOf(row.cells[0]));
  dialog.querySelector(".found").replaceChildren(cellsOf(row), ...pathsOf(row));
  dialog.showModal();
  dialog.querySelector("h2").focus();
}

for (const row of document.querySelectorAll("main tbody > tr:not(.branch)")) {
  if (!columnsOf(row).length) continue;
  const [name] = runsOf(row.cells[0]);
  if (!name || name.matches("a")) continue;
  const button = make("button");
  button.type = "button";
  button.className = "leads";
  button.setAttribute("aria-haspopup", "dialog");
  name.replaceWith(button);
  button.append(name);
}

document.querySelector("main").addEventListener("click", (event) => {
  const button = event.target.closest(".leads");
  if (button) showPaths(button.closest("tr"));
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest(".close, a")) dialog.close();
});
