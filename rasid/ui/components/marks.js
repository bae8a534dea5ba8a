// Charts by keyboard. Plotly's marks are shapes that only a mouse can reach: before each chart stands a slider
// over its marks, unseen until it has the focus. Arrows, Home and End go from mark to mark, its text is what a
// screen reader says of the slider's value, Enter opens the evidence as a click does.
const HELD = "rasid-held";

/** The marks that open evidence, in the order they are drawn; sums beside bars are drawn as text and come last. */
function marksOf(plot) {
  const found = [];
  for (const node of plot.querySelectorAll(".barlayer .point, .scatterlayer .point")) {
    const drawn = node.__data__;
    const curve = node.closest(".trace")?.__data__?.[0]?.trace?.index;
    const trace = plot.data?.[curve];
    if (!drawn || !trace?.customdata || drawn.s === 0) continue; // a bar of nothing has no sentences
    const place = drawn.i ?? drawn.index;
    const custom = trace.customdata[place];
    if (custom?.[0]) found.push({ node, curve, place, custom, trace, full: plot._fullData[curve] });
  }
  return found;
}

/** What hovering shows, without markup and direction marks. */
function words({ full, place }) {
  const text = [full.hovertext, full.text].map((t) => (Array.isArray(t) ? t[place] : t)).find((t) => t) ?? "";
  return String(text).replace(/<[^>]*>/g, " ").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/\s+/g, " ").trim();
}

const cardOf = (walk) => walk.closest('[class*="st-key-card-"]');
const plotOf = (walk) => cardOf(walk)?.querySelector(".js-plotly-plot");

function frame(node) {
  let box = document.getElementById(HELD);
  if (!node) { box?.remove(); return; }
  if (!box) {
    box = document.createElement("div");
    box.id = HELD;
    box.setAttribute("aria-hidden", "true");
    document.querySelector(".stApp").append(box);
  }
  const { left, top, width, height } = node.getBoundingClientRect();
  Object.assign(box.style, { left: `${left - 3}px`, top: `${top - 3}px`, width: `${width + 6}px`, height: `${height + 6}px` });
}

function hold(walk, marks, at) {
  const mark = marks[at];
  if (!mark) return;
  const text = words(mark);
  walk.setAttribute("aria-valuemin", "1");
  walk.setAttribute("aria-valuemax", String(marks.length));
  walk.setAttribute("aria-valuenow", String(at + 1));
  walk.setAttribute("aria-valuetext", text);
  const seen = walk.querySelector("b");
  if (seen) seen.textContent = `${at + 1}/${marks.length} · ${text}`;
  const { top, bottom } = mark.node.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight - 20) mark.node.scrollIntoView({ block: "center" });
  frame(mark.node);
}

function open(walk, mark) {
  const point = { curveNumber: mark.curve, pointNumber: mark.place, pointIndex: mark.place, customdata: mark.custom,
    x: mark.trace.x?.[mark.place], y: mark.trace.y?.[mark.place], data: mark.trace, fullData: mark.full };
  plotOf(walk).emit("plotly_selected", { points: [point] });
  // The focus follows unless something else has taken it.
  whenOpened(cardOf(walk), () => document.activeElement === walk, (panel) => {
    panel.tabIndex = -1;
    panel.focus({ preventScroll: true }); // a long list would come into sight by its middle
    intoSight(panel);
  });
}

/** Do something with a card's evidence once the server has sent it anew, as long as that is still wanted. */
function whenOpened(card, wanted, act) {
  const before = card.querySelector(".rasid-evidence"), until = Date.now() + 8000;
  const look = () => {
    const panel = card.querySelector(".rasid-evidence");
    if (!wanted() || Date.now() > until) return;
    if (panel && panel !== before) act(panel); else requestAnimationFrame(look);
  };
  look();
}

let pressed = 0;

/** A chart or a table may be taller than the screen: what a click opens below its edge is brought into sight. */
function onPress(event) {
  const at = (pressed += 1), card = event.target.closest?.('[class*="st-key-card-"]');
  if (!card || event.target.closest('[class*="st-key-evidence-"]')) return;
  whenOpened(card, () => at === pressed, intoSight);
}

function intoSight(panel) {
  const box = panel.closest('[class*="st-key-evidence-"]'), { top } = box.getBoundingClientRect();
  if (top > 0 && top < innerHeight * 0.7) return;
  box.style.scrollMarginTop = "45vh"; // with the mark above it, as far as both have room
  box.scrollIntoView({ block: "start" }); // at once: what moves is clicked beside
}

/** Esc closes the evidence one is in and goes back to its chart; "/" goes to the page's field to write in. */
function onShortcut(event) {
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !writing) {
    const within = event.target.closest?.('[class*="st-key-evidence-"]');
    const panel = within ?? [...document.querySelectorAll('[class*="st-key-evidence-"]')].at(-1);
    const close = !document.querySelector('[role="dialog"], [data-testid="stPopoverBody"]') && panel?.querySelector("button");
    if (!close) return;
    cardOf(panel)?.querySelector(".rasid-walk")?.focus();
    close.click();
  } else if (event.code === "Slash" && !event.shiftKey && !writing) {
    const field = document.querySelector('.stMain .stTextInput input:not([disabled])');
    if (!field) return;
    field.focus();
    field.select();
    event.preventDefault();
  }
}

/** Headings by keyboard: a table is one picture; before it stands a slider over its columns, and Enter sorts. */
const columnsOf = (walk) => JSON.parse(walk.dataset.columns);

function holdHeading(walk, at) {
  const columns = columnsOf(walk);
  walk.setAttribute("aria-valuenow", String(at + 1));
  walk.setAttribute("aria-valuetext", columns[at][1]);
  walk.querySelector("b").textContent = `${at + 1}/${columns.length} · ${columns[at][1]}`;
}

function onHeading(walk, event) {
  const columns = columnsOf(walk), last = columns.length - 1, at = Number(walk.getAttribute("aria-valuenow")) - 1;
  const on = document.documentElement.lang === "ar" ? -1 : 1; // columns run from the right in Arabic
  const steps = { ArrowRight: at + on, ArrowLeft: at - on, ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last };
  if (event.key in steps) holdHeading(walk, Math.max(0, Math.min(steps[event.key], last)));
  else if (event.key === "Enter" || event.key === " ") {
    const [column, , numbers] = columns[at], card = cardOf(walk), until = Date.now() + 8000;
    window.rasidSort?.({ table: walk.dataset.table, column, numbers });
    const look = () => { // the order that is told comes with another slider
      const next = card.querySelector(".rasid-heads");
      if (next && next !== walk) {
        if (document.activeElement === document.body) next.focus();
        holdHeading(next, at);
      } else if (Date.now() < until) requestAnimationFrame(look);
    };
    look();
  } else return;
  event.preventDefault();
}

function onKey(event) {
  const walk = event.target.closest?.(".rasid-walk");
  if (walk?.dataset.columns && !event.ctrlKey && !event.metaKey && !event.altKey) { onHeading(walk, event); return; }
  const plot = walk && plotOf(walk);
  if (!plot || event.ctrlKey || event.metaKey || event.altKey) return;
  const marks = marksOf(plot), last = marks.length - 1;
  const at = Math.min(Number(walk.getAttribute("aria-valuenow")) - 1, last);
  const steps = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last,
    PageDown: at + 10, PageUp: at - 10 };
  if (event.key in steps) hold(walk, marks, Math.max(0, Math.min(steps[event.key], last)));
  else if ((event.key === "Enter" || event.key === " ") && marks[at]) open(walk, marks[at]);
  else return;
  event.preventDefault();
}

/** Listen once for the whole document; called again at every run of a page. */
function marksByKeyboard() {
  window.rasidMarks?.abort();
  const ears = (window.rasidMarks = new AbortController());
  const options = { signal: ears.signal };
  document.addEventListener("keydown", onKey, options);
  document.addEventListener("keydown", onShortcut, options);
  document.addEventListener("pointerdown", onPress, { ...options, capture: true });
  document.addEventListener("focusin", (event) => {
    const walk = event.target.closest?.(".rasid-walk");
    if (walk?.dataset.columns) holdHeading(walk, Number(walk.getAttribute("aria-valuenow")) - 1);
    const plot = walk && plotOf(walk);
    if (plot) hold(walk, marksOf(plot), Math.max(Number(walk.getAttribute("aria-valuenow")) - 1, 0));
  }, options);
  document.addEventListener("focusout", () => frame(null), options);
  document.addEventListener("scroll", () => {
    const walk = document.activeElement?.closest?.(".rasid-walk");
    const mark = walk && marksOf(plotOf(walk) ?? walk)[Number(walk.getAttribute("aria-valuenow")) - 1];
    if (mark) frame(mark.node);
  }, { ...options, capture: true, passive: true });
}
