// First on every page, where Streamlit's scripts are bundled: what is fetched in which order.
(() => {
  // The shell has the line to itself; then charts and fonts come while it starts. Charts are kept where it looks
  // for them (rasid/ui/serving/bundling.py).
  let begun = false;
  const then = () => {
    if (begun) return;
    begun = true;
    document.querySelectorAll("head template").forEach((late) => late.replaceWith(late.content));
    import("CHART").then((all) => { window.rasidSoon = all; }, () => {});
  };
  const seen = (list) => { if (list.getEntries().some((entry) => entry.name.endsWith("APP"))) then(); };
  new PerformanceObserver(seen).observe({ type: "resource", buffered: true });
  addEventListener("load", then);

  // Browsers read their tables of languages when first asked about one: 60 ms, better now than before the chart.
  setTimeout(() => Intl.DateTimeFormat.supportedLocalesOf("en-US"));

  // A page that was open while the server was renewed asks for bundles that are gone: once a minute it may begin anew.
  addEventListener("vite:preloadError", (event) => {
    if (Date.now() - Number(sessionStorage.rasidBegunAnew || 0) < 60000) return;
    sessionStorage.rasidBegunAnew = Date.now();
    event.preventDefault();
    location.reload();
  });
})();
