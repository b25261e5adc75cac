// How long d3-hierarchy takes from a list of managers to the place of everybody (stratify, tidy
// tree, reading the places), in microseconds: the median of the later half of many, when it runs at
// its best. The list: one number a person, -1 for none. The package is looked for in the folders of
// NODE_PATH.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

async function load(name) {
  for (const folder of (process.env.NODE_PATH ?? "").split(":").filter(Boolean)) {
    try {
      return await import(pathToFileURL(createRequire(`${folder}/from.js`).resolve(name)));
    } catch {
      // not in this folder
    }
  }
  process.exit(1);
}

const { stratify, tree } = await load("d3-hierarchy");
const managers = readFileSync(process.argv[2], "utf8").trim().split(/\s+/).map(Number);

function layOut() {
  const rows = managers.map((m, i) => ({ id: String(i), above: m < 0 ? null : String(m) }));
  const root = stratify().id(row => row.id).parentId(row => row.above)(rows);
  tree().nodeSize([200, 122])(root);
  const places = new Float64Array(2 * managers.length);
  root.each(node => {
    places[2 * node.id] = node.x;
    places[2 * node.id + 1] = node.y;
  });
  return places;
}

const taken = [];
for (let sum = 0; taken.length < 9 || (sum < 500 && taken.length < 4000); sum += taken.at(-1)) {
  const start = performance.now();
  layOut();
  taken.push(performance.now() - start);
}
const late = taken.slice(taken.length >> 1).sort((a, b) => a - b);
console.log("layout", late[late.length >> 1] * 1000);
