// Pictures: marks that are not of the chosen step, module, profession step back.
function choose(controls, marks) {
  const chosen = [...controls.querySelectorAll("select")].filter((select) => select.value);
  const differs = (mark, { dataset: { fact }, value }) => mark.hasAttribute(`data-${fact}`) && !has(mark, fact, value);
  for (const mark of marks) mark.classList.toggle("dim", chosen.some((select) => differs(mark, select)));
  sayCount(controls, marks.filter((mark) => !mark.closest(".dim")).length, marks.length);
}

for (const controls of document.querySelectorAll("figure > .controls")) {
  const facts = [...controls.querySelectorAll("select")].map((select) => `[data-${select.dataset.fact}]`);
  const marks = [...controls.parentElement.querySelectorAll(`svg :is(${facts})`)];
  controls.addEventListener("input", () => choose(controls, marks));
  controls.hidden = false;
  choose(controls, marks);
}
