// Search within: what does not hold the words goes, what does is marked, and the reports are searched too.
(function () {
  "use strict";
  const find = document.getElementById("find");
  if (!find) return;
  const found = document.getElementById("found");
  const groups = "main > section, .day, .side-alone, .statement, .speaker, .stands tbody, main details.fold, .group, .entities, .named h3";
  const opened = [];
  let waiting = 0;

  function plain(text) {
    return text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s/g, " ");
  }

  // Ranges of the words in an element, though its text be cut into many pieces.
  function ranges(root, words, most) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(".vh, .m, .pm, .ev, button")) continue;
      nodes.push([text.length, walker.currentNode]);
      text += walker.currentNode.data;
    }
    const flat = plain(text);
    if (flat.length !== text.length) return [];
    const places = [];
    for (let at = flat.indexOf(words); at >= 0 && places.length < most; at = flat.indexOf(words, at + words.length)) {
      places.push(range(nodes, at, at + words.length));
    }
    return places;
  }

  function range(nodes, start, end) {
    const made = document.createRange();
    const from = nodes.findLast((node) => node[0] <= start);
    const to = nodes.findLast((node) => node[0] < end);
    made.setStart(from[1], start - from[0]);
    made.setEnd(to[1], end - to[0]);
    return made;
  }

  function reset() {
    for (const part of document.querySelectorAll(".miss")) part.classList.remove("miss");
    for (const part of opened.splice(0)) part.open = false;
    for (const count of document.querySelectorAll(".hits")) count.textContent = "";
    found.hidden = true;
    found.textContent = "";
    if (window.CSS && CSS.highlights) CSS.highlights.delete("found");
  }

  function inRecord(words) {
    const marks = [];
    let count = 0;
    for (const item of document.querySelectorAll("main .item")) {
      const hit = plain(item.textContent).includes(words);
      item.classList.toggle("miss", !hit);
      if (!hit) continue;
      count += 1;
      marks.push(...ranges(item, words, 20));
      for (let part = item.parentElement; part; part = part.parentElement) {
        if (part.localName === "details" && !part.open) {
          part.open = true;
          opened.push(part);
        }
      }
    }
    for (const group of document.querySelectorAll(groups)) {
      const holds = group.querySelector(".item");
      group.classList.toggle("miss", Boolean(holds) && !group.querySelector(".item:not(.miss)"));
    }
    for (const tally of document.querySelectorAll(".hits")) {
      const section = document.getElementById(tally.dataset.for);
      const here = section.querySelectorAll(".item:not(.miss)").length;
      tally.textContent = here ? String(here) : "";
    }
    return [count, marks];
  }

  function inReports(words) {
    const marks = [];
    const links = [];
    for (const report of document.querySelectorAll(".report")) {
      const here = ranges(report.querySelector(".text"), words, 200);
      if (!here.length) continue;
      marks.push(...here);
      const link = document.createElement("a");
      link.href = "#" + report.id;
      link.textContent = report.dataset.number + " " + report.dataset.name + " (" + here.length + ")";
      link.addEventListener("click", () => setTimeout(() => bringIntoView(here[0])));
      links.push(link);
    }
    return [links, marks];
  }

  function bringIntoView(place) {
    const reading = document.getElementById("reading");
    const frame = reading.getBoundingClientRect();
    reading.scrollTop += place.getBoundingClientRect().top - frame.top - frame.height * 0.3;
  }

  function search() {
    reset();
    const words = plain(find.value.trim());
    if (words.length < 2) return;
    const [count, marks] = inRecord(words);
    const [links, more] = inReports(words);
    found.hidden = false;
    found.append(count ? "In the record: " + count + (count === 1 ? " place." : " places.") : "Not in the record.");
    found.append(links.length ? " In the reports:" : " Not in the reports.", ...links);
    document.getElementById("said").textContent = found.textContent;
    if (window.CSS && CSS.highlights) CSS.highlights.set("found", new Highlight(...marks, ...more));
  }

  find.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  find.form.addEventListener("submit", function (event) {
    event.preventDefault();
    search();
    const first = document.querySelector("main .item:not(.miss)");
    if (first) first.scrollIntoView({ block: "center" });
    find.blur();
  });
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      find.focus();
    } else if (event.key === "Escape" && document.activeElement === find) {
      find.value = "";
      reset();
    }
  });
})();
