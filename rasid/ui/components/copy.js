// Copies the address of what is in view, with a citation before it where one is given, and says so.
async function put(text) {
  try { await navigator.clipboard.writeText(text); }
  catch {  // no permission, or no secure origin: the old way
    const area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

export default function (component) {
  const { parentElement, data } = component;
  const button = parentElement.querySelector("button");
  button.onclick = async () => {
    await put(data.text ? `${data.text} ${window.location.href}` : window.location.href);
    button.textContent = data.done;
    setTimeout(() => { button.textContent = data.label; }, 2000);
  };
}
