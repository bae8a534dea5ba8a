// Walks from hit to hit in the open article: buttons, or the keys n / p (also j / k).
export default function (component) {
  const { parentElement, data } = component;
  const hits = () => [...document.querySelectorAll(".rasid-article mark.hit")];
  const place = parentElement.querySelector("output");
  let at = -1;
  const go = (step) => {
    const all = hits();
    if (!all.length) return;
    all[at]?.classList.remove("now");
    at = step === 0 ? Math.min(Math.max(at, 0), all.length - 1) : (at + step + all.length) % all.length;
    all[at].classList.add("now");
    all[at].scrollIntoView({ block: "center", behavior: data.calm ? "auto" : "smooth" });
    place.textContent = `${at + 1} / ${all.length}`;
    if (step) reached(all, all[at].dataset.start);
  };
  // A copied link leads to the hit that was reached; no entry of its own in the history for each.
  const reached = (all, start) => {
    const letters = all.filter((hit) => hit.dataset.start === start).reduce((n, hit) => n + [...hit.textContent].length, 0);
    const address = new URL(location.href);
    address.searchParams.set("start", start);
    address.searchParams.set("end", String(Number(start) + letters));
    history.replaceState(history.state, "", address);
  };
  const [before, after] = parentElement.querySelectorAll("button");
  before.onclick = () => go(-1);
  after.onclick = () => go(1);
  const onKey = (event) => {
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === "KeyN" || event.code === "KeyJ") go(1);
    else if (event.code === "KeyP" || event.code === "KeyK") go(-1);
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  // The article may be drawn after this button, and drawn again: the hit one is at is marked whenever it is not.
  const show = () => {
    const all = hits();
    if (!all.length || all.some((hit) => hit.classList.contains("now"))) return;
    if (at >= 0) { all[Math.min(at, all.length - 1)].classList.add("now"); return; }
    at = Math.max(all.findIndex((hit) => Number(hit.dataset.start) === data.start), 0);
    go(0);
    setTimeout(() => go(0), 150); // once more when what stands above has its height
  };
  const watcher = new MutationObserver(show);
  watcher.observe(document.body, { childList: true, subtree: true });
  show();
  return () => { watcher.disconnect(); document.removeEventListener("keydown", onKey); };
}
