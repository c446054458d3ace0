// The API server's own schemas, from its OpenAPI. The validators let unknown fields pass, as the API's schemas do; a field that
// the API server would drop without a word is found by the types that the same package declares.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const types = new Map();

export function kubernetesFaults(objects) {
  return objects.flatMap((object) => faultsOf(object).map((fault) => `${object?.kind} ${object?.metadata?.name}: ${fault}`));
}

function faultsOf(object) {
  let model;
  try {
    model = require(`kubernetes-models/${object.apiVersion}`)[object.kind];
  } catch {
    model = undefined;
  }
  if (!model) {
    return [`unknown kind ${object?.apiVersion}/${object?.kind}`];
  }
  const faults = [];
  if (object.kind === "Secret") {
    // kustomize breaks long values into lines, which the API server's decoder skips.
    Object.keys(object.data ?? {}).forEach((key) => (object.data[key] = object.data[key].replace(/\s/g, "")));
  }
  try {
    new model(object).validate();
  } catch (invalid) {
    faults.push(invalid.message);
  }
  const file = declarationOf(`kubernetes-models/${object.apiVersion}/${object.kind}`);
  unknownFields(object, { file, name: `I${object.kind}` }, "", faults);
  return faults;
}

function unknownFields(value, type, path, faults) {
  const fields = fieldsOf(type);
  if (fields === undefined || value === null || typeof value !== "object") {
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const field = fields.get(key);
    if (field === undefined) {
      faults.push(`${path}/${key} is no field`);
    } else if (field.type !== undefined) {
      const items = field.list ? item : field.map ? Object.values(item) : [item];
      items.forEach((each, index) => unknownFields(each, field.type, `${path}/${key}${field.list ? `/${index}` : ""}`, faults));
    }
  }
}

// The fields of an interface; undefined for a type that is none, such as a quantity.
function fieldsOf(type) {
  const id = `${type.file}#${type.name}`;
  if (!types.has(id)) {
    types.set(id, readFields(type));
  }
  return types.get(id);
}

function readFields({ file, name }) {
  const text = readFileSync(file, "utf8");
  const body = new RegExp(`export interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(text)?.[1];
  if (body === undefined) {
    return undefined;
  }
  const fields = new Map();
  for (const [, key, declared] of body.matchAll(/^ {4}"([^"]+)"\??: (.*?)[;{]?$/gm)) {
    const reference = /I[A-Z][A-Za-z0-9]+/.exec(declared)?.[0];
    fields.set(key, {
      list: declared.startsWith("Array<"),
      map: false,
      type: reference && reference !== name ? imported(text, file, reference) : undefined,
    });
  }
  return fields;
}

function imported(text, file, alias) {
  const source = new RegExp(`import \\{[^}]*\\b${alias}\\b[^}]*\\} from "([^"]+)"`).exec(text)?.[1];
  if (source === undefined) {
    return undefined;
  }
  const target = source.startsWith(".") ? join(dirname(file), `${source.replace(/\.js$/, "")}.d.ts`) : declarationOf(source);
  const original = new RegExp(`\\b(\\w+) as ${alias}\\b|\\b${alias}\\b = (\\w+)|type ${alias} = (\\w+)`).exec(readFileSync(target, "utf8"));
  return { file: target, name: original?.[1] ?? original?.[2] ?? original?.[3] ?? alias };
}

// The package exports its programs only, so its declarations are read from its folder.
function declarationOf(source) {
  return join(import.meta.dirname, "node_modules", `${source.replace(/\.js$/, "")}.d.ts`);
}
