// The pane with the reports: a citation opens its report at the very characters.
(function () {
  "use strict";
  const reading = document.getElementById("reading");
  if (!reading) return;
  const pick = document.getElementById("pick");
  const said = document.getElementById("said");
  const also = document.getElementById("also");
  const reports = Array.from(reading.querySelectorAll(".report"));
  const sheet = window.matchMedia("(max-width: 65.99rem)");
  let current = null; // the citation that opened the report
  let opener = null; // what to give the focus back to

  // A span's id is s-<article>-<start>-<end>, in code points. The text was cut at every boundary when the page was
  // written, each piece carrying its own offsets, so nothing here counts the UTF-16 units of a string.
  function parse(id) {
    const found = /^s-(.+)-(\d+)-(\d+)$/.exec(id);
    return found && { id: id, article: found[1], start: Number(found[2]), end: Number(found[3]) };
  }

  // The id that an address names; an address that is none is left as it is.
  function target(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return hash.slice(1);
    }
  }

  // The citation after (or before) a place on the page that can be seen; round the end to the beginning.
  function neighbour(place, by) {
    const links = Array.from(document.querySelectorAll("main .c, .masthead .c, .report.open .about .c"));
    let at = links.indexOf(place);
    if (at < 0 && place) at = links.findIndex((link) => place.compareDocumentPosition(link) & 4) - (by > 0 ? 1 : 0);
    else if (at < 0) at = by > 0 ? -1 : 0;
    for (let tried = 0; tried < links.length; tried += 1) {
      at = (at + by + links.length) % links.length;
      if (links[at].getClientRects().length) return links[at];
    }
    return null;
  }

  // As a sheet it is a dialog: what lies below it can't be reached.
  function outside(inert) {
    for (const [name, value] of [["role", "dialog"], ["aria-modal", "true"]]) {
      if (inert) reading.setAttribute(name, value);
      else reading.removeAttribute(name);
    }
    for (const part of document.querySelectorAll(".column, .skip")) part.inert = inert;
  }

  function openReport(report) {
    for (const other of reports) {
      other.classList.toggle("open", other === report);
      // Not shown, but the browser's own search still finds the words, and opens the report.
      if (other === report) other.removeAttribute("hidden");
      else other.setAttribute("hidden", "until-found");
    }
    pick.value = report.id;
    reading.classList.add("open");
    reading.classList.remove("shut");
    if (sheet.matches) outside(true);
  }

  function close() {
    reading.classList.remove("open");
    if (!sheet.matches) reading.classList.add("shut");
    outside(false);
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  }

  function clear() {
    for (const piece of reading.querySelectorAll(".hit")) piece.classList.remove("hit");
    for (const link of document.querySelectorAll(".c.on, .open.on")) link.classList.remove("on");
    also.textContent = "";
  }

  function highlight(report, span) {
    const pieces = Array.from(report.querySelectorAll(".s")).filter(
      (piece) => Number(piece.dataset.s) >= span.start && Number(piece.dataset.e) <= span.end
    );
    for (const piece of pieces) piece.classList.add("hit");
    return pieces;
  }

  // Lights up every span, whichever report it lies in, and opens the report of the first.
  function show(ids, link) {
    const spans = ids.map(parse).filter(Boolean);
    const report = spans.length && reports.find((one) => one.dataset.article === spans[0].article);
    if (!report) return false;
    clear();
    openReport(report);
    let pieces = [];
    for (const span of spans) {
      const home = reports.find((one) => one.dataset.article === span.article);
      const found = home ? highlight(home, span) : [];
      if (home === report) pieces = pieces.concat(found);
    }
    if (pieces.length) bringIntoView(pieces);
    if (link) {
      current = opener = link;
      link.classList.add("on");
      link.scrollIntoView({ block: sheet.matches ? "start" : "nearest" });
    }
    tellOthers(spans, report);
    const words = pieces.map((piece) => piece.textContent).join("");
    said.textContent = "Report " + report.dataset.number + ", " + report.dataset.name + ": " + words;
    if (sheet.matches) report.focus({ preventScroll: true });
    return true;
  }

  // In the pane: the other reports that the same statement rests on.
  function tellOthers(spans, report) {
    const others = reports.filter((one) => one !== report && spans.some((span) => span.article === one.dataset.article));
    if (!others.length) return;
    also.append("Also in ");
    for (const other of others) {
      const first = spans.find((span) => span.article === other.dataset.article);
      const link = document.createElement("a");
      link.className = "r o" + other.dataset.colour;
      link.href = "#" + first.id;
      link.dataset.also = spans.filter((span) => span !== first).map((span) => span.id).join(" ");
      const number = document.createElement("b");
      number.textContent = other.dataset.number;
      const name = document.createElement("bdi");
      name.textContent = other.dataset.name;
      link.append(number, " ", name);
      also.append(link, " ");
    }
  }

  // Scrolls the pane only: the record beside it stays where the reader is.
  function bringIntoView(pieces) {
    const seen = pieces.find((piece) => piece.getClientRects().length > 0) || pieces[0];
    const frame = reading.getBoundingClientRect();
    const place = seen.getBoundingClientRect();
    reading.scrollTop += place.top - frame.top - frame.height * 0.3;
  }

  function follow(link, remember) {
    const id = target(link.getAttribute("href"));
    const others = (link.dataset.also || "").split(" ").filter(Boolean);
    const kept = also.contains(link) ? null : link;
    if (!show([id].concat(others), kept)) return false;
    if (remember) history.pushState(null, "", link.getAttribute("href"));
    return true;
  }

  function openWhole(id, link) {
    const report = reports.find((one) => one.id === id);
    if (!report) return false;
    clear();
    openReport(report);
    reading.scrollTop = 0;
    if (link) opener = link;
    if (sheet.matches) report.focus({ preventScroll: true });
    return true;
  }

  // What an address leads to may be folded away.
  function unfold(id) {
    const place = document.getElementById(id);
    for (let part = place; part; part = part.parentElement) if (part.localName === "details") part.open = true;
    return Boolean(place);
  }

  // What lies between is laid out only now, and may move the place that was gone to.
  function settle(id, frames) {
    const place = document.getElementById(id);
    if (!place || !frames || reading.contains(place)) return;
    requestAnimationFrame(function () {
      place.scrollIntoView({ block: "start" });
      settle(id, frames - 1);
    });
  }

  function fromAddress() {
    const id = target(location.hash);
    return Boolean(id) && (show([id], null) || openWhole(id, null) || (unfold(id) && settle(id, 4)));
  }

  function step(by) {
    const next = neighbour(current, by);
    if (!next) return;
    follow(next, false);
    if (!sheet.matches) next.focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest("a[href^='#']");
    if (!link && sheet.matches && reading.classList.contains("open") && !reading.contains(event.target)) close();
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const id = target(link.getAttribute("href"));
    if (follow(link, true)) {
      event.preventDefault();
    } else if (openWhole(id, link)) {
      event.preventDefault();
      history.pushState(null, "", "#" + id);
    } else {
      if (reading.contains(link) && sheet.matches) close();
      if (unfold(id)) settle(id, 4);
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const on = document.activeElement;
    if (event.key === "Escape" && !(on && on.id === "find" && on.value)) {
      if (sheet.matches) close();
      clear();
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const cited = on && (on.classList.contains("c") || on.classList.contains("open"));
      if (cited || (on && sheet.matches && reading.contains(on) && on !== pick)) {
        event.preventDefault();
        if (cited && !sheet.matches) current = on;
        step(event.key === "ArrowRight" ? 1 : -1);
      }
    }
  });

  for (const report of reports) report.addEventListener("beforematch", () => openReport(report));
  pick.addEventListener("change", () => openWhole(pick.value, null));
  document.getElementById("close").addEventListener("click", close);
  document.getElementById("back").addEventListener("click", () => step(-1));
  document.getElementById("forth").addEventListener("click", () => step(1));
  window.addEventListener("popstate", fromAddress);
  window.addEventListener("hashchange", fromAddress);
  sheet.addEventListener("change", function () {
    if (!sheet.matches) outside(false);
  });

  if (reports.length && !fromAddress()) {
    openReport(reports[0]);
    if (sheet.matches) close();
  }
})();
