// What scrolls in itself can be reached with the keyboard; what has room enough is no stop on the way.
const rooms = new ResizeObserver((entries) => {
  for (const { target } of entries) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
});
for (const room of document.querySelectorAll("main [role=region]")) rooms.observe(room);
