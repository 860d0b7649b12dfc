// Goes where a link leads, whatever hides it: a closed section, a closed picture's table, a filter.
const page = document.documentElement;
const own = document.currentScript.dataset;
const filters = new Map(); // the id of each table that can be filtered -> its filter

function open(section, whether) {
  const body = section.querySelector(":scope > .body");
  if (whether) body.removeAttribute("hidden");
  else body.setAttribute("hidden", "until-found");
  section.querySelector(":scope > .title > button")?.setAttribute("aria-expanded", String(whether));
}

function reveal(target) {
  for (let part = target; part; part = part.parentElement) {
    if (part.matches("section")) open(part, true);
    if (part.matches("details")) part.open = true;
  }
  if (target.matches("tr") && target.hidden) filters.get(target.closest(".table").id)?.clear();
}

function follow() {
  const [id, choices] = location.hash.slice(1).split("?", 2);
  const target = id && document.getElementById(id);
  if (!target) return;
  if (choices !== undefined) filters.get(id)?.choose(new URLSearchParams(choices));
  reveal(target);
  target.scrollIntoView();
}

addEventListener("hashchange", follow);
