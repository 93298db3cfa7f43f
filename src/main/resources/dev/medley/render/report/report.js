"use strict";
(() => {
  const byId = (id) => document.getElementById(id);

  // Tables: a head is a button; once more turns the order around.
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      head.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (row) => {
          const cell = row.cells[column];
          return cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v);
        };
        const rows = [...table.tBodies[0].rows].sort((a, b) => {
          const x = value(a), y = value(b);
          return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
        });
        table.tBodies[0].append(...rows);
      });
    });
  }

  const cases = byId("cases");
  const all = [...cases.children];
  const filter = byId("filter"), show = byId("show"), sort = byId("sort"), count = byId("count");
  document.querySelector(".tools").hidden = false;

  function wanted(one) {
    const bad = Number(one.dataset.bad), good = Number(one.dataset.good);
    if (show.value === "failed" && bad === 0) return false;
    if (show.value === "differ" && (bad === 0 || good === 0)) return false;
    const text = filter.value.trim().toLowerCase();
    return text === "" || one.textContent.toLowerCase().includes(text);
  }

  function update() {
    let shown = 0;
    for (const one of all) {
      one.hidden = !wanted(one);
      shown += one.hidden ? 0 : 1;
    }
    const prompts = all.length === 1 ? "1 prompt" : all.length + " prompts";
    count.textContent = shown === all.length ? prompts : shown + " of " + prompts;
  }

  function order() {
    const key = sort.value;
    const sign = key === "number" ? 1 : -1;
    const sorted = [...all].sort(
      (a, b) => sign * (a.dataset[key] - b.dataset[key]) || a.dataset.number - b.dataset.number);
    cases.append(...sorted);
  }

  filter.addEventListener("input", update);
  show.addEventListener("change", update);
  sort.addEventListener("change", order);
  update();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape" && typing) {
      event.target.blur();
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      filter.focus();
    } else if ((event.key === "j" || event.key === "k") && !typing) {
      const visible = [...cases.children].filter((one) => !one.hidden);
      const now = visible.indexOf(document.activeElement.closest("article"));
      const next = visible[event.key === "j" ? now + 1 : Math.max(0, now - 1)];
      if (next) {
        next.focus();
        next.scrollIntoView({ block: "start" });
      }
    }
  });
})();
