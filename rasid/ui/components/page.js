// What Streamlit fixes to English outside the reach of Python: the document's language, the skip link, and
// the button of file fields.
let watcher = null;

function translate(data) {
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  if (skip && skip.textContent !== data.skip) skip.textContent = data.skip;
  for (const label of document.querySelectorAll('[data-testid="stFileUploaderDropzone"] button p')) {
    if (label.textContent !== data.upload) label.textContent = data.upload;
  }
}

export default function (component) {
  const { data } = component;
  document.documentElement.lang = data.lang;
  translate(data);
  watcher?.disconnect();
  watcher = new MutationObserver(() => translate(data));
  watcher.observe(document.querySelector(".stApp"), { childList: true, subtree: true });
}
