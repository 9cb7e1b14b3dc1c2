// Quotations by speaker, party, report and origin; positions of one party, and what came between two days.
(function () {
  "use strict";
  const filters = document.getElementById("filters");

  function quotes() {
    const wanted = {};
    for (const select of filters.querySelectorAll("select")) if (select.value) wanted[select.dataset.by] = select.value;
    const all = document.querySelectorAll(".quote");
    const any = Object.keys(wanted).length > 0;
    let kept = 0;
    for (const quote of all) {
      const fits = Object.entries(wanted).every(([by, value]) =>
        by === "r" || by === "o"
          ? value.split(" ").some((one) => quote.dataset[by].split(" ").includes(one))
          : quote.dataset[by] === value
      );
      quote.hidden = !fits;
      kept += fits;
    }
    for (const group of document.querySelectorAll(".statement, .speaker, .speaker > details.fold")) {
      group.hidden = !group.querySelector(".quote:not([hidden])");
      if (group.localName === "details") group.open = any;
    }
    document.getElementById("kept").textContent = any ? kept + " of " + all.length + " quotations" : "";
    document.getElementById("unfilter").hidden = !any;
  }

  if (filters) {
    filters.addEventListener("change", quotes);
    document.getElementById("unfilter").addEventListener("click", function () {
      for (const select of filters.querySelectorAll("select")) select.value = "";
      quotes();
    });
  }

  const side = document.getElementById("by-side");
  if (!side) return;
  const since = document.getElementById("since");
  const until = document.getElementById("until");

  function positions() {
    const party = side.value;
    const column = Array.from(document.querySelectorAll(".stands thead th[data-p]")).some((th) => th.dataset.p === party);
    for (const cell of document.querySelectorAll(".stands [data-p]:not(.held)")) {
      cell.classList.toggle("hide", Boolean(party) && cell.dataset.p !== party);
    }
    for (const cell of document.querySelectorAll(".stands .rest")) {
      cell.classList.toggle("hide", Boolean(party) && column);
    }
    for (const held of document.querySelectorAll(".held")) {
      held.hidden = Boolean(party) && held.dataset.p !== party;
      const day = held.dataset.date;
      const from = since ? since.value : "";
      held.classList.toggle("late", Boolean(from && day && day > until.value));
      held.classList.toggle("early", Boolean(from && (!day || day <= from)));
      held.classList.toggle("fresh", Boolean(from && day && day > from && day <= until.value));
    }
    for (const body of document.querySelectorAll(".stands tbody")) {
      const left = Array.from(body.querySelectorAll("td:not(.hide) .held")).filter((held) => !held.hidden);
      body.classList.toggle("hide", Boolean(party) && !left.length);
      for (const fold of body.querySelectorAll("details.fold")) fold.open = Boolean(party);
    }
    for (const one of document.querySelectorAll(".side-alone")) {
      one.hidden = !one.querySelector(".held:not([hidden])");
      for (const fold of one.querySelectorAll("details.fold")) fold.open = Boolean(party);
    }
    for (const course of document.querySelectorAll(".courses tbody tr")) {
      course.hidden = Boolean(party) && course.dataset.p !== party;
    }
  }

  for (const select of [side, since, until]) if (select) select.addEventListener("change", positions);
})();
