const fs = require("node:fs");
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");

const DEVELOPMENT_BASE_URL = "https://localhost:3000/";
const dist = path.resolve(__dirname, "dist");
const fromModules = (file) => path.resolve(__dirname, "node_modules", file);

/** Files of the embedded spreadsheet: served unmodified beside the workbench, never bundled, never part of the add-in. */
const VENDOR = [
  "@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js",
  "@odoo/o-spreadsheet/dist/o_spreadsheet.css",
  "@odoo/o-spreadsheet/dist/o_spreadsheet.xml",
  "@odoo/owl/dist/owl.iife.min.js",
  "chart.js/dist/chart.umd.min.js",
  "bootstrap/dist/css/bootstrap.min.css",
].map((file) => ({ from: fromModules(file), to: "workbench/vendor/[name][ext]", info: { minimized: true } }));
const FONT_AWESOME = ["css/font-awesome.min.css", "fonts/fontawesome-webfont.woff2"].map((file) => ({
  from: fromModules(`font-awesome/${file}`),
  to: `workbench/vendor/font-awesome/${file}`,
  info: { minimized: true },
}));
const NOTICES = [
  {
    from: fromModules("@odoo/o-spreadsheet/LICENSE"),
    to: "workbench/vendor/o-spreadsheet-LICENSE.txt",
    toType: "file",
  },
  { from: fromModules("bootstrap/LICENSE"), to: "workbench/vendor/bootstrap-LICENSE.txt", toType: "file" },
  { from: fromModules("chart.js/LICENSE.md"), to: "workbench/vendor/chart.js-LICENSE.md", toType: "file" },
  { from: "src/workbench/page/NOTICE.txt", to: "workbench/vendor/NOTICE.txt", toType: "file" },
];

const rules = [
  {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    use: {
      loader: "swc-loader",
      options: {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2020",
        },
      },
    },
  },
];
const version = () => JSON.parse(fs.readFileSync(path.resolve(__dirname, "package.json"), "utf8")).version;

/** The add-in (dist/), and beside it the workbench (dist/workbench/). */
const web = ({ baseUrl = DEVELOPMENT_BASE_URL }, mode) => ({
  name: "web",
  entry: {
    functions: "./src/functions/associate.ts",
    // The page loads functions.js first: what is in there is not loaded twice. functions.js itself needs no other file.
    taskpane: { import: "./src/taskpane/taskpane.tsx", dependOn: "functions" },
    "workbench/workbench": "./src/workbench/page/main.ts",
  },
  output: { path: dist, filename: "[name].js", globalObject: "globalThis", clean: { keep: /^(cli|examples)\// } },
  plugins: [
    new HtmlWebpackPlugin({
      filename: "taskpane.html",
      template: "src/taskpane/taskpane.html",
      chunks: ["functions", "taskpane"],
      chunksSortMode: "manual",
    }),
    new HtmlWebpackPlugin({
      filename: "workbench/index.html",
      template: "src/workbench/page/index.html",
      chunks: ["workbench/workbench"],
    }),
    new CopyWebpackPlugin({
      patterns: [
        { from: "assets", to: ".", globOptions: { ignore: ["**/functions.json", "**/workbench.png"] } },
        {
          from: "assets/functions.json",
          transform: async (json) => (await import("./src/cli/manifest.mjs")).withHelpUrls(String(json), baseUrl),
        },
        {
          from: "manifest.xml",
          transform: async (xml) => (await import("./src/cli/manifest.mjs")).withBaseUrl(String(xml), baseUrl),
        },
        { from: "src/workbench/page/workbench.css", to: "workbench/[name][ext]" },
        { from: "src/workbench/page/worker.js", to: "workbench/[name][ext]" },
        ...VENDOR,
        ...FONT_AWESOME,
        ...NOTICES,
      ],
    }),
  ],
  performance: {
    // A development build is not minified.
    hints: mode === "production" ? "error" : false,
    maxAssetSize: 850e3,
    maxEntrypointSize: 1200e3,
    assetFilter: (file) => /^(functions|taskpane)\.js$/.test(file),
  },
});

/** Programs for the terminal (dist/cli/). */
const cli = () => ({
  name: "cli",
  target: "node20",
  entry: {
    calc: "./src/cli/calc.ts",
    examples: "./src/cli/examples.ts",
    generate: "./src/cli/generate.ts",
    score: "./src/cli/score/score.ts",
    widths: "./src/cli/score/widths.ts",
    records: "./src/cli/score/records.ts",
  },
  output: { path: path.join(dist, "cli"), filename: "[name].cjs", clean: true },
  externals: [({ request }, done) => (/^@odoo\//.test(request) ? done(null, `commonjs ${request}`) : done())],
});

module.exports = (env = {}, { mode = "production" } = {}) =>
  [web(env, mode), cli()].map((config) => ({
    mode,
    devtool: mode === "production" ? false : "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: { rules },
    ...config,
    plugins: [
      ...(config.plugins ?? []),
      new (require("webpack").DefinePlugin)({ GPUMEM_VERSION: JSON.stringify(version()) }),
    ],
  }));
