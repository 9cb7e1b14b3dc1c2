// Two reports side by side. Which report tells what is written in the page; here the rows go to their lists.
(function () {
  "use strict";
  const left = document.getElementById("left");
  const right = document.getElementById("right");
  if (!left) return;
  const part = (name) => document.querySelector("[data-pair=" + name + "]");
  const lists = Object.fromEntries(["both", "left", "right"].map((name) => [name, part(name).querySelector("ul")]));
  lists.neither = part("neither");
  const rows = Array.from(document.querySelectorAll("#compare .told")).sort((a, b) => a.dataset.i - b.dataset.i);

  function home(row) {
    const told = row.dataset.r.split(" ");
    const one = told.includes(left.value);
    const other = told.includes(right.value);
    return one && other ? "both" : one ? "left" : other ? "right" : "neither";
  }

  function wordings() {
    for (const thing of document.querySelectorAll(".worded > li")) {
      const shown = [];
      for (const form of thing.querySelectorAll("[data-n]")) {
        form.hidden = form.dataset.n !== left.value && form.dataset.n !== right.value;
        form.classList.toggle("second", form.dataset.n === right.value);
        if (!form.hidden) shown.push(form.dataset.w);
      }
      thing.hidden = new Set(shown).size < 2;
    }
  }

  function count() {
    for (const section of document.querySelectorAll(".pair section")) {
      section.querySelector(".n").textContent = String(section.querySelectorAll("li:not([hidden])").length);
    }
  }

  function lay() {
    for (const row of rows) lists[home(row)].append(row);
    for (const [side, select] of [["left", left], ["right", right]]) {
      const name = part(side).querySelector(".name");
      name.textContent = select.selectedOptions[0].textContent;
    }
    wordings();
    count();
  }

  left.addEventListener("change", lay);
  right.addEventListener("change", lay);
  count();
})();
