// functions.json against what Excel takes: names, ids, parameters.

const LAST_COLUMN = "XFD";
const LAST_ROW = 1_048_576;
const LAST_COLUMN_NUMBER = 16_384;
const TYPES = ["any", "boolean", "number", "string"];
const DIMENSIONALITIES = ["scalar", "matrix"];

/** Is the text a cell's address, in the style A1 or R1C1? */
export function isCellAddress(text) {
  const a1 = /^([A-Z]{1,3})([1-9]\d{0,6})$/i.exec(text);
  if (a1) {
    const column = a1[1].toUpperCase();
    return (column.length < 3 || column <= LAST_COLUMN) && Number(a1[2]) <= LAST_ROW;
  }
  const r1c1 = /^R(\d{0,7})C(\d{0,5})$/i.exec(text);
  return r1c1 !== null && Number(r1c1[1]) <= LAST_ROW && Number(r1c1[2]) <= LAST_COLUMN_NUMBER;
}

/** What keeps Excel from taking a text as the name of a function, or nothing. */
export function nameProblem(name) {
  if (typeof name !== "string" || !/^[A-Za-z][A-Za-z0-9_.]*$/.test(name))
    return "must start with a letter and have only letters, digits, dots and underscores";
  if (name.length < 3) return "must have at least 3 characters";
  if (name.length > 128) return "may have at most 128 characters";
  return isCellAddress(name) ? "is the address of a cell" : undefined;
}

/** Excel stores GPUMEM.A.B and GPUMEM.A_B as the same name. */
const stored = (name) => String(name).toUpperCase().replaceAll(".", "_");

function repeated(values) {
  return values.filter((value, index) => values.indexOf(value) < index);
}

function checkParameters(parameters) {
  const problems = repeated(parameters.map(({ name }) => name)).map((name) => `has two parameters "${name}"`);
  let optional;
  for (const [index, parameter] of parameters.entries()) {
    const { name, type, dimensionality } = parameter;
    if (!name) problems.push(`has no name for parameter ${index + 1}`);
    if (optional && !parameter.optional && !parameter.repeating)
      problems.push(`needs "${name}" after the optional "${optional}": optional parameters come last`);
    if (parameter.optional) optional ??= name;
    if (parameter.repeating && index < parameters.length - 1)
      problems.push(`repeats "${name}", which is not the last parameter`);
    if (type !== undefined && !TYPES.includes(type)) problems.push(`has the type "${type}" for "${name}"`);
    if (dimensionality !== undefined && !DIMENSIONALITIES.includes(dimensionality))
      problems.push(`has the dimensionality "${dimensionality}" for "${name}"`);
  }
  return problems;
}

function checkFunction({ id, name, description, helpUrl, parameters, result }) {
  const problems = [];
  for (const [what, value] of Object.entries({ id, name })) {
    const wrong = nameProblem(value);
    if (wrong) problems.push(`has the ${what} "${value}", which ${wrong}`);
  }
  if (!description) problems.push("has no description");
  if (!helpUrl) problems.push("has no helpUrl");
  else if (!/^https:\/\//.test(helpUrl)) problems.push(`has the helpUrl "${helpUrl}": it must start with https://`);
  if (typeof result !== "object" || result === null) problems.push("has no result");
  if (!Array.isArray(parameters)) return [...problems, "has no list of parameters"];
  return [...problems, ...checkParameters(parameters)];
}

/** What is wrong with the text of a functions.json, one sentence each. */
export function checkFunctions(json) {
  let functions;
  try {
    ({ functions } = JSON.parse(json));
  } catch (error) {
    return [`not JSON: ${error.message}`];
  }
  if (!Array.isArray(functions) || functions.length === 0) return ["has no functions"];
  return [
    ...repeated(functions.map(({ id }) => stored(id))).map((id) => `the id ${id} is used twice`),
    ...repeated(functions.map(({ name }) => stored(name))).map((name) => `the name ${name} is used twice`),
    ...functions.flatMap((each) => checkFunction(each).map((text) => `${each.name ?? each.id} ${text}`)),
  ];
}
