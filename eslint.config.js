const officeAddins = require("eslint-plugin-office-addins");
const globals = require("globals");
const tseslint = require("typescript-eslint");

const LAYERS = ["engine", "catalog", "functions", "sheets"];
const HOSTS = ["taskpane", "workbench", "xlsx", "cli"];
const HOST_GLOBALS = [
  "Office",
  "Excel",
  "CustomFunctions",
  "OfficeExtension",
  "document",
  "window",
  "fetch",
  "Date",
  "process",
];

/** Imports go down, never up, never between hosts; below the hosts nothing knows Office, the DOM or the clock. */
const layerRules = LAYERS.map((layer, i) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [...LAYERS.slice(i + 1), ...HOSTS].map((above) => ({
          group: [`**/${above}/**`],
          message: `${layer} may not import ${above}`,
        })),
      },
    ],
    "no-restricted-globals": ["error", ...HOST_GLOBALS],
    "no-restricted-properties": ["error", { object: "Math", property: "random" }],
  },
}));
const hostRules = HOSTS.filter((host) => host !== "cli").map((host) => ({
  files: [`src/${host}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: HOSTS.filter((other) => other !== host).map((other) => ({
          group: [`**/${other}/**`],
          message: `${host} may not import ${other}`,
        })),
      },
    ],
  },
}));

module.exports = tseslint.config(
  { ignores: ["dist/", "node_modules/", "reports/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.js", "**/*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
    languageOptions: { globals: globals.node },
  },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node } },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    languageOptions: {
      globals: { ...globals.browser, Excel: "readonly", Office: "readonly", CustomFunctions: "readonly" },
    },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"])),
  },
  ...layerRules,
  ...hostRules,
  // The one file below the hosts that is Excel's surface: it hands the functions to CustomFunctions.associate.
  { files: ["src/functions/associate.ts"], rules: { "no-restricted-globals": "off" } },
);
