// A dark or a light page, as the system has it until somebody chooses; the choice lasts as long as the page is open.
const dark = document.getElementById("_dark");
const system = matchMedia("(prefers-color-scheme: dark)");

function showTheme() {
  const chosen = page.dataset.theme;
  dark.setAttribute("aria-pressed", String(chosen ? chosen === "dark" : system.matches));
}

dark.addEventListener("click", () => {
  page.dataset.theme = dark.getAttribute("aria-pressed") === "true" ? "light" : "dark";
  showTheme();
});
system.addEventListener("change", showTheme);
showTheme();
document.querySelector(".page-controls").hidden = false;
