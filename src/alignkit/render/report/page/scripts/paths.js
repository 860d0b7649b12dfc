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

function rowsLinkedFrom(part) {
  const targets = [...part.querySelectorAll('a[href^="#"]')].map((link) => document.getElementById(link.hash.slice(1)));
  return [...new Set(targets.filter((target) => target?.matches("tr")))];
}

function linked(one, other) {
  return rowsLinkedFrom(one).includes(other) || rowsLinkedFrom(other).includes(one);
}

function headerOf(cell) {
  return cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent;
}

function named(row) {
  const [first, ...rest] = runsOf(row.cells[0]);
  const link = make("a", first.textContent);
  link.href = `#${row.id}`;
  const words = rest.length ? rest.map((run) => run.textContent).join(" ") : row.cells[1]?.textContent;
  return [link, " ", make("bdi", words ?? "")];
}

function group(title, rows) {
  return make("li", make("span", title), make("ul", ...rows.map((row) => make("li", ...named(row)))));
}

function groupsOf(row) {
  const cells = [...row.cells].slice(1).map((cell) => ({ title: headerOf(cell), rows: rowsLinkedFrom(cell) }));
  return cells.filter((each) => each.rows.length > 0);
}

function pathsOf(row) {
  const [first, ...later] = groupsOf(row);
  const paths = first.rows.map((start) => {
    const groups = later.map(({ title, rows }) => ({ title, rows: rows.filter((each) => linked(start, each)) }));
    const found = groups.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => group(title, rows));
    return make("li", ...named(start), ...(found.length ? [make("ul", ...found)] : []));
  });
  const apart = later.map(({ title, rows }) => ({
    title,
    rows: rows.filter((each) => !first.rows.some((start) => linked(start, each))),
  }));
  const rest = apart.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => group(title, rows));
  if (rest.length) paths.push(make("li", dialog.dataset.elsewhere, make("ul", ...rest)));
  const list = make("ul", ...paths);
  list.className = "leading";
  return [make("h3", `${dialog.dataset.leads}: ${first.title}`), list];
}

function cellsOf(row) {
  const told = [...row.cells].slice(1).filter((cell) => cell.textContent && !rowsLinkedFrom(cell).length);
  return make("dl", ...told.map((cell) => make("div", make("dt", headerOf(cell)), make("dd", ...copyOf(cell)))));
}

function showPaths(row) {
  dialog.querySelector("h2").replaceChildren(...copyOf(row.cells[0]));
  dialog.querySelector(".found").replaceChildren(cellsOf(row), ...pathsOf(row));
  dialog.showModal();
  dialog.querySelector("h2").focus();
}

for (const row of document.querySelectorAll("main tbody > tr:not(.branch)")) {
  if (!groupsOf(row).length) continue;
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
