// Shows a table's rows by step, profession, module or any words in them; a branch goes when nothing below it is left.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const has = (element, fact, value) => (element.getAttribute(`data-${fact}`) ?? "").split(" ").includes(value);

function sayCount(controls, shown, total) {
  const number = (count) => count.toLocaleString(page.lang);
  const words = controls.dataset.count.replace("{shown}", number(shown)).replace("{total}", number(total));
  controls.querySelector(".count").textContent = words;
}

class Filter {
  constructor(controls) {
    this.controls = controls;
    this.table = document.getElementById(controls.dataset.of);
    this.rows = [...this.table.querySelectorAll("tbody > tr")];
    this.find = controls.querySelector("input");
    this.selects = [...controls.querySelectorAll("select")];
    this.texts = new Map();
    controls.addEventListener("input", () => this.apply());
    controls.querySelector(".clear").addEventListener("click", () => this.clear());
    controls.hidden = false;
    this.show();
    this.say();
  }

  get chosen() {
    return this.selects.filter((select) => select.value);
  }

  text(row) {
    if (!this.texts.has(row)) this.texts.set(row, plain(row.textContent));
    return this.texts.get(row);
  }

  // From the last row to the first, so that a branch knows whether anything deeper has been shown since its like.
  show() {
    const words = plain(this.find.value).split(/\s+/).filter(Boolean);
    const suits = (row) =>
      this.chosen.every((select) => has(row, select.dataset.fact, select.value)) &&
      words.every((word) => this.text(row).includes(word));
    this.on = words.length > 0 || this.chosen.length > 0;
    this.shown = this.total = 0;
    let below = [];
    for (const row of this.rows.toReversed()) {
      const branch = row.matches(".branch");
      const level = 2 * Number(row.dataset.level ?? 0) + (branch ? 0 : 1);
      const seen = branch ? !this.on || below.some((each) => each > level) : suits(row);
      if (branch) below = below.filter((each) => each <= level);
      else this.total += 1;
      if (seen && !branch) this.shown += 1;
      if (seen) below.push(level);
      row.hidden = !seen;
    }
    this.table.querySelector(".none").hidden = this.shown > 0 || !this.on;
    this.controls.classList.toggle("on", this.on);
  }

  say() {
    sayCount(this.controls, this.shown, this.total);
  }

  apply() {
    this.show();
    const choices = new URLSearchParams();
    for (const select of this.chosen) choices.set(select.dataset.fact, select.value);
    if (this.find.value) choices.set("find", this.find.value);
    history.replaceState(null, "", `#${this.table.id}${this.on ? `?${choices}` : ""}`);
    // Whoever listens is told once, after the last letter.
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.say(), 250);
  }

  choose(choices) {
    for (const select of this.selects) select.value = choices.get(select.dataset.fact) ?? "";
    this.find.value = choices.get("find") ?? "";
    this.show();
    this.say();
  }

  clear() {
    this.choose(new URLSearchParams());
    this.apply();
  }
}

for (const controls of document.querySelectorAll(".table .controls")) filters.set(controls.dataset.of, new Filter(controls));
