// What Streamlit fixes to English outside the reach of Python: the document's language, the skip link, and
// the button of file fields, and what help icons and the two ends of sliders say to a screen reader. It also
// tells the server how wide the page is.
let watcher = null;
let sizes = null;
let waiting = 0;

const NARROW = 500; // pixels for charts beside sidebar and margins: with fewer they are laid out as for a phone

/** A label of Streamlit's own, in the language of the page: "Search: table", "Help for field", "days — start". */
function inOurWords(label, words) {
  if (words[label]) return words[label];
  for (const [theirs, ours] of Object.entries(words)) {
    if (label.startsWith(`${theirs}: `)) return `${ours}: ${label.slice(theirs.length + 2)}`;
    if (label.startsWith(`${theirs} for `)) return `${ours}: ${label.slice(theirs.length + 5)}`;
    if (theirs === "Remove" && label.startsWith("Remove ")) return `${ours}: ${label.slice(7)}`;
    if (label.endsWith(` — ${theirs}`)) return `${label.slice(0, -theirs.length)}${ours}`;
  }
  return null;
}

function translate(data) {
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  if (skip && skip.textContent !== data.skip) skip.textContent = data.skip;
  for (const label of document.querySelectorAll('[data-testid="stFileUploaderDropzone"] button p')) {
    if (label.textContent !== data.upload) label.textContent = data.upload;
  }
  for (const named of document.querySelectorAll("[aria-label]")) {
    const label = inOurWords(named.getAttribute("aria-label"), data.words);
    if (label) named.setAttribute("aria-label", label);
  }
  for (const tip of document.querySelectorAll('[data-testid="stTooltipContent"] p')) {
    const text = inOurWords(tip.textContent, data.words);
    if (text) tip.textContent = text;
  }
  for (const item of document.querySelectorAll('[data-testid="stDataFrameColumnMenu"] [role="menuitem"], .gdg-search-status label')) {
    columnMenu(item, data.words);
  }
  for (const label of document.querySelectorAll('[data-testid="stDataFrameColumnVisibilityMenu"] label')) inOurLanguage(label, data.words);
  if (data.dir !== "rtl") return;
  // Tables are drawn from left to right: what comes first in Arabic stands at the far right end.
  for (const box of document.querySelectorAll(".stDataFrame .dvn-scroller:not([data-turned])")) {
    box.dataset.turned = "yes";
    fromTheRight(box);
  }
}

/** The menu of a column: a click on its heading sorts and is kept in the link, what the menu's own sorting is not;
 * numbers of the rows that are shown ("Statistics") would be taken for those of the view. */
function columnMenu(item, words) {
  const icon = item.querySelector('[data-testid="stIconMaterial"]')?.textContent;
  const dropped = ["arrow_upward", "arrow_downward"].includes(icon) || item.hasAttribute("aria-haspopup");
  if (!dropped) return inOurLanguage(item, words);
  item.style.display = "none";
  if (icon === "arrow_downward" && item.nextElementSibling) item.nextElementSibling.style.display = "none";
}

/** Put our words for Streamlit's where a text stands beside an icon. */
function inOurLanguage(element, words) {
  for (const node of element.querySelectorAll("*")) for (const part of node.childNodes) translated(part, words);
  for (const part of element.childNodes) translated(part, words);
}

function translated(part, words) {
  const ours = part.nodeType === Node.TEXT_NODE && words[part.textContent.trim()];
  if (ours && part.textContent !== ours) part.textContent = ours;
}

/** Keep a table at its right end until somebody takes it: its columns get their widths after it is drawn, and
 * a window that changes its size sends it back to the left. */
function fromTheRight(box) {
  const whole = box.closest(".stDataFrame") ?? box;
  let taken = false;
  const take = () => { taken = true; };
  for (const kind of ["wheel", "pointerdown", "touchstart", "keydown"]) {
    whole.addEventListener(kind, take, { once: true, passive: true, capture: true });
  }
  const turn = () => { if (!taken) box.scrollLeft = box.scrollWidth; };
  const sizes = new ResizeObserver(turn);
  for (const part of [box, ...box.children]) sizes.observe(part);
  box.addEventListener("scroll", turn, { passive: true });
  turn();
}

/** Tell the server when the page is not as wide as it takes it for: a browser's name says little of its window.
 * A window that is being pulled is waited for; what stands as the server thinks costs no run. */
function widths(page, known, tell) {
  const narrow = () => {
    const { paddingLeft, paddingRight } = getComputedStyle(page);
    return page.clientWidth > 0 && page.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) < NARROW;
  };
  sizes?.disconnect();
  clearTimeout(waiting);
  sizes = new ResizeObserver(() => {
    clearTimeout(waiting);
    if (narrow() !== known) waiting = setTimeout(() => { if (narrow() !== known) tell(narrow()); }, 150);
  });
  sizes.observe(page);
}

export default function (component) {
  const { data } = component;
  document.documentElement.lang = data.lang;
  window.rasidSort = (asked) => component.setTriggerValue("sort", asked);
  translate(data);
  widths(document.querySelector(".stMainBlockContainer"), data.narrow, (now) => component.setTriggerValue("width", { narrow: now }));
  marksByKeyboard();
  watcher?.disconnect();
  watcher = new MutationObserver(() => translate(data));
  // The whole body and its texts: after a lost connection the app's root is another element, and a rewritten
  // text node changes no list of children.
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true,
    attributeFilter: ["aria-label"] });
}
