// node check.mjs compose|kubernetes|workflow FILE: prints one line for each fault; exit code 1 when there is one.
import { readFileSync } from "node:fs";
import { parse, parseAllDocuments } from "yaml";
import { composeFaults } from "./compose.mjs";
import { kubernetesFaults } from "./kubernetes.mjs";
import { workflowFaults } from "./workflow.mjs";

const [kind, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const faults = {
  compose: async () => composeFaults(parse(text, { merge: true })),
  kubernetes: async () => kubernetesFaults(parseAllDocuments(text).map((document) => document.toJS())),
  workflow: () => workflowFaults(text, file),
};
const found = await faults[kind]();
found.forEach((fault) => console.log(fault));
process.exit(found.length > 0 ? 1 : 0);
