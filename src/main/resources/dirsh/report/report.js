(function () {
    "use strict";

    const SHOWN_AT_FIRST = 10;

    for (const table of document.querySelectorAll(".places")) {
        const rows = [...table.tBodies[0].rows].slice(SHOWN_AT_FIRST);
        if (rows.length > 1) {
            rows.forEach(row => row.classList.add("more"));
            table.classList.add("folded");
            const button = document.createElement("button");
            button.type = "button";
            button.className = "more";
            button.textContent = "Show " + rows.length + " more";
            button.addEventListener("click", () => {
                const folded = table.classList.toggle("folded");
                button.textContent = folded ? "Show " + rows.length + " more" : "Show fewer";
            });
            const place = document.createElement("div");
            table.replaceWith(place);
            place.append(table, button);
        }
    }

    const list = document.getElementById("list");
    if (!list) {
        return;
    }
    const body = list.tBodies[0];
    const people = [...body.rows].map((row, number) => ({ row: row, number: number, text: "", keys: [] }));
    const search = document.getElementById("search");
    const standing = document.getElementById("standing");
    const shown = document.getElementById("shown");
    const count = new Intl.NumberFormat("en");
    const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

    function filter() {
        const words = plain(search.value).split(/\s+/).filter(word => word);
        let left = 0;
        for (const person of people) {
            if (words.length && !person.text) {
                person.text = plain(person.row.textContent);
            }
            const passes = (!standing.value || person.row.classList.contains(standing.value))
                && words.every(word => person.text.includes(word));
            if (person.row.hidden === passes) {
                person.row.hidden = !passes;
            }
            left += passes ? 1 : 0;
        }
        shown.textContent = left === people.length
            ? count.format(left) + (left === 1 ? " person" : " people")
            : count.format(left) + " of " + count.format(people.length);
    }

    let waiting = 0;
    search.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(filter, 120);
    });
    standing.addEventListener("change", filter);
    document.getElementById("tools").addEventListener("submit", event => {
        event.preventDefault();
        filter();
    });

    const collator = new Intl.Collator("en", { numeric: true });
    const STANDING = 1;

    function sort(column, heading) {
        const down = heading.getAttribute("aria-sort") === "ascending";
        for (const other of list.tHead.rows[0].cells) {
            other.removeAttribute("aria-sort");
        }
        heading.setAttribute("aria-sort", down ? "descending" : "ascending");
        // People stand in the order of their standing at first.
        const order = column === STANDING
            ? (one, other) => one.number - other.number
            : (one, other) => collator.compare(key(one, column), key(other, column)) || one.number - other.number;
        people.sort(down ? (one, other) => order(other, one) : order);
        // Emptied first: taking row by row from the front costs Chromium minutes where there are 10,000.
        body.replaceChildren();
        body.append(...people.map(person => person.row));
    }

    function key(person, column) {
        if (person.keys[column] === undefined) {
            person.keys[column] = person.row.cells[column].textContent.trim();
        }
        return person.keys[column];
    }

    // Some browsers forget that a table is one once its rows are laid out as blocks.
    list.setAttribute("role", "table");
    [list.tHead, body].forEach(group => group.setAttribute("role", "rowgroup"));
    for (const row of list.rows) {
        row.setAttribute("role", "row");
        for (const cell of row.cells) {
            cell.setAttribute("role", cell.tagName === "TD" ? "cell" : cell.scope === "col" ? "columnheader" : "rowheader");
        }
    }

    [...list.tHead.rows[0].cells].forEach((heading, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = heading.textContent;
        button.addEventListener("click", () => sort(column, heading));
        heading.replaceChildren(button);
    });
    document.getElementById("tools").hidden = false;
    filter();
})();
