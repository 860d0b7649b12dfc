// Sections that close: each heading becomes a button, and one more closes or opens all. Searching the page opens them.
const foldAll = document.getElementById("_fold");
const sections = [...document.querySelectorAll("main section")];

function isOpen(section) {
  return !section.querySelector(":scope > .body").hasAttribute("hidden");
}

function sayFolding() {
  foldAll.textContent = sections.some(isOpen) ? foldAll.dataset.fold : foldAll.dataset.unfold;
}

for (const section of sections) {
  const heading = section.querySelector(":scope > .title");
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-expanded", "true");
  button.append(...heading.childNodes);
  heading.append(button);
}

document.querySelector("main").addEventListener("click", (event) => {
  const button = event.target.closest(".title > button");
  if (!button) return;
  const section = button.closest("section");
  open(section, !isOpen(section));
  sayFolding();
});
document.addEventListener("beforematch", (event) => {
  reveal(event.target);
  sayFolding();
});
foldAll.addEventListener("click", () => {
  const whether = !sections.some(isOpen);
  for (const section of sections) open(section, whether);
  sayFolding();
});
