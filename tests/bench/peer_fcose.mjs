// Where fcose puts the nodes of a Graphviz file of lines "A;" and "A--B;", written as lines
// "node NAME X Y"; a width and a height may follow the two files. The packages are looked for in the
// folders of NODE_PATH.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

function load(name) {
  for (const folder of (process.env.NODE_PATH ?? "").split(":").filter(Boolean)) {
    try {
      return createRequire(`${folder}/from.js`)(name);
    } catch {
      // not in this folder
    }
  }
  process.exit(1);
}

const cytoscape = load("cytoscape");
cytoscape.use(load("cytoscape-fcose"));
const elements = [];
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  const edge = /^(\d+)--(\d+);$/.exec(line);
  const node = /^(\d+);$/.exec(line);
  if (edge) elements.push({ data: { source: edge[1], target: edge[2] } });
  if (node) elements.push({ data: { id: node[1] } });
}
// The layout draws lots; the same ones each time.
let state = 1;
Math.random = () => (state = (state * 16807) % 2147483647) / 2147483647;
const [width, height] = process.argv.slice(4);
const style = width ? [{ selector: "node", style: { shape: "rectangle", width, height } }] : [];
const graph = cytoscape({ headless: true, styleEnabled: true, elements, style });
const layout = graph.layout({ name: "fcose", animate: false, quality: "default", randomize: true });
layout.one("layoutstop", () => {
  const lines = graph.nodes().map(n => `node ${n.id()} ${n.position().x} ${n.position().y}\n`);
  writeFileSync(process.argv[3], lines.join(""));
  process.exit(0);  // the library keeps a timer running
});
layout.run();
