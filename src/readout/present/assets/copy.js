// A sentence with its sources, to paste elsewhere.
(function () {
  "use strict";
  function byHand(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "vh";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  document.addEventListener("click", async function (event) {
    const button = event.target.closest && event.target.closest(".copy");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      byHand(button.dataset.copy);
      button.focus();
    }
    const name = button.textContent;
    button.textContent = "Copied";
    button.classList.add("done");
    document.getElementById("said").textContent = "Copied with its sources";
    setTimeout(function () {
      button.textContent = name;
      button.classList.remove("done");
    }, 1500);
  });
})();
