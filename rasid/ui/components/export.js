// Saves a chart as the browser draws it: PNG (three times as large) or SVG, with the fonts embedded,
// and with title, selection line and source around it. No server, no other host.
const NS = "http://www.w3.org/2000/svg";
const MARGIN = 16;
const TITLE_SIZE = 18, LINE_SIZE = 12, LEADING = 1.5;

async function fontFace(font) {
  const bytes = new Uint8Array(await (await fetch(font.url)).arrayBuffer());
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode.apply(null, bytes.subarray(i, i + 0x8000));
  }
  return `@font-face{font-family:"${font.family}";font-weight:${font.weight};` +
    `src:url(data:font/ttf;base64,${btoa(binary)})}`;
}

function wrap(text, font, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > width) { lines.push(line); line = word; }
    else line = longer;
  }
  if (line) lines.push(line);
  return lines;
}

function svg(tag, attributes, text) {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

function layers(box) {
  const plot = box.querySelector(".js-plotly-plot");
  if (plot) {
    return { width: plot.clientWidth, height: plot.clientHeight, parts: [...plot.querySelectorAll(".main-svg")] };
  }
  const drawing = box.querySelector("svg[data-drawing]") || box.querySelector("svg");
  if (!drawing) return null;
  const size = drawing.getBoundingClientRect();
  return { width: size.width, height: size.height, parts: [drawing], whole: true };
}

function words(out, lines, state, options) {
  const rtl = options.dir === "rtl";
  for (const line of lines) {
    state.y += options.size * LEADING;
    out.appendChild(svg("text", {
      x: rtl ? options.width - MARGIN : MARGIN, y: state.y, direction: options.dir, "text-anchor": "start",
      "font-size": options.size, "font-weight": options.weight || 400, fill: options.colour,
      "font-family": options.family, style: "unicode-bidi:plaintext",
    }, line));
  }
}

// The legend of a page from right to left is mirrored by the style sheet, which a picture does not have.
function mirrored(live, copy) {
  const all = (root) => [...root.querySelectorAll(".legend .scrollbox, .legend .legendtext, .legend .layers")];
  const copies = all(copy);
  all(live).forEach((node, i) => {
    if (!getComputedStyle(node).transform.startsWith("matrix(-1")) return;
    const { x, width } = node.getBBox();
    copies[i].setAttribute("transform", `translate(${2 * x + width} 0) scale(-1 1)`);
  });
}

// A selected mark fades the others, which says something on the screen and nothing in a picture to hand on: while
// `draw` looks, the chart is styled by Plotly as if nothing were selected, without telling anybody of it.
function unselected(box, draw) {
  const plot = box.querySelector(".js-plotly-plot");
  const held = (plot?.calcdata || []).map((points) => ({ points, trace: points[0]?.trace }))
    .filter(({ trace }) => trace?.selectedpoints && trace._module?.styleOnSelect)
    .map(({ points, trace }) => ({ points, trace, places: trace.selectedpoints }));
  const style = (placesOf) => held.forEach((one) => {
    one.trace.selectedpoints = placesOf(one);
    one.trace._module.styleOnSelect(plot, one.points, one.points[0].node3);
  });
  style(() => undefined);
  try { return draw(); } finally { style(({ places }) => places); }
}

async function picture(data) {
  const box = document.querySelector(`.st-key-${CSS.escape(data.box)}`);
  const drawn = box && layers(box);
  if (!drawn) return null;
  const ground = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  const colour = getComputedStyle(document.querySelector(".stApp")).color;
  const { width } = drawn;
  const inner = width - 2 * MARGIN;
  const family = `"${data.fonts[0].family}", sans-serif`;
  const title = wrap(data.title, `600 ${TITLE_SIZE}px ${family}`, inner);
  const under = data.lines.flatMap((line) => wrap(line, `${LINE_SIZE}px ${family}`, inner));
  const foot = wrap(data.foot, `${LINE_SIZE}px ${family}`, inner);
  const head = MARGIN + title.length * TITLE_SIZE * LEADING + under.length * LINE_SIZE * LEADING;
  const height = Math.ceil(head + 8 + drawn.height + foot.length * LINE_SIZE * LEADING + MARGIN);
  const out = svg("svg", { xmlns: NS, width, height, viewBox: `0 0 ${width} ${height}` });
  out.appendChild(svg("style", {}, (await Promise.all(data.fonts.map(fontFace))).join("")));
  out.appendChild(svg("rect", { width, height, fill: ground }));
  const options = { width, dir: data.dir, colour, family };
  const state = { y: MARGIN - TITLE_SIZE * 0.4 };
  words(out, title, state, { ...options, size: TITLE_SIZE, weight: 600 });
  words(out, under, state, { ...options, size: LINE_SIZE });
  const chart = svg("g", { transform: `translate(0 ${head + 8})` });
  unselected(box, () => {
    for (const part of drawn.parts) {
      const copy = part.cloneNode(true);
      mirrored(part, copy);
      if (drawn.whole) {
        copy.setAttribute("width", drawn.width);
        copy.setAttribute("height", drawn.height);
        chart.appendChild(copy);
      } else for (const child of [...copy.childNodes]) chart.appendChild(child);
    }
  });
  chart.querySelectorAll(".hoverlayer,.zoomlayer,.draglayer,.modebar-container,.selectionlayer")
    .forEach((node) => node.remove());
  chart.querySelectorAll("text").forEach((node) => { node.style.unicodeBidi = "plaintext"; });
  out.appendChild(chart);
  state.y = head + 8 + drawn.height;
  words(out, foot, state, { ...options, size: LINE_SIZE });
  return { text: new XMLSerializer().serializeToString(out), width, height };
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
}

async function download(data, format) {
  const made = await picture(data);
  if (!made) return;
  const blob = new Blob([made.text], { type: "image/svg+xml" });
  if (format === "svg") { save(blob, `${data.filename}.svg`); return; }
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(made.width * data.scale);
  canvas.height = Math.round(made.height * data.scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((png) => save(png, `${data.filename}.png`));
}

export default function (component) {
  const { parentElement, data: [data] } = component;
  for (const button of parentElement.querySelectorAll("button[data-format]")) {
    button.onclick = () => download(data, button.dataset.format);
  }
}
