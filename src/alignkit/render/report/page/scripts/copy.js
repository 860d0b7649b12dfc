// Lines that are there to be copied get a button that does.
for (const block of document.querySelectorAll("main pre")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = own.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.querySelector("code").textContent);
    button.textContent = own.copied;
    setTimeout(() => { button.textContent = own.copy; }, 2000);
  });
  block.prepend(button);
}
