// A picture's table is closed on the screen and open on paper, even where the browser's styles cannot open it.
const folded = [...document.querySelectorAll("main details")];
for (const each of folded) each.open = false;
let opened = [];
addEventListener("beforeprint", () => {
  opened = folded.filter((each) => !each.open);
  for (const each of opened) each.open = true;
  for (const filter of filters.values()) filter.say();
});
addEventListener("afterprint", () => {
  for (const each of opened) each.open = false;
});
if (location.hash) follow();
