// What Streamlit fixes to English outside the reach of Python: the document's language, the skip link, and
// the button of file fields.
let watcher = null;

function translate(data) {
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  if (skip && skip.textContent !== data.skip) skip.textContent = data.skip;
  for (const label of document.querySelectorAll('[data-testid="stFileUploaderDropzone"] button p')) {
    if (label.textContent !== data.upload) label.textContent = data.upload;
  }
  if (data.dir !== "rtl") return;
  // Tables are drawn from left to right: what comes first in Arabic stands at the far right end.
  for (const box of document.querySelectorAll(".stDataFrame .dvn-scroller:not([data-turned])")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    box.dataset.turned = "yes";
    box.scrollLeft = box.scrollWidth;
  }
}

export default function (component) {
  const { data } = component;
  document.documentElement.lang = data.lang;
  translate(data);
  watcher?.disconnect();
  watcher = new MutationObserver(() => translate(data));
  // The whole body and its texts: after a lost connection the app's root is another element, and a rewritten
  // text node changes no list of children.
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
}
