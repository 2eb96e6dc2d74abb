// The pane with the fake workbook as a page of its own, in a folder to serve.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import webpack from "webpack";

const ROOT = path.resolve(__dirname, "../..");

const page = (html: string) =>
  html.replace(/<script src="https:[^>]*><\/script>/, "").replace("</body>", '<script src="pane.js"></script></body>');

/** Bundles as the add-in is bundled, without minifying; returns the folder. */
export async function bundlePane(): Promise<string> {
  const [web] = (await import(path.join(ROOT, "webpack.config.js"))).default({}, { mode: "production" });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-pane-"));
  const configuration = {
    mode: "production",
    context: ROOT,
    resolve: web.resolve,
    module: web.module,
    entry: "./test/taskpane/paneEntry.tsx",
    optimization: { minimize: false },
    performance: { hints: false },
    plugins: [new webpack.DefinePlugin({ GPUMEM_VERSION: JSON.stringify("0.0.0-test") })],
    output: { path: folder, filename: "pane.js" },
  };
  await new Promise<void>((done, fail) =>
    webpack(configuration as never, (error, stats) =>
      error || stats?.hasErrors() ? fail(error ?? new Error(stats?.toString("errors-only"))) : done(),
    ),
  );
  const html = fs.readFileSync(path.join(ROOT, "src/taskpane/taskpane.html"), "utf8");
  fs.writeFileSync(path.join(folder, "index.html"), page(html));
  fs.copyFileSync(path.join(ROOT, "assets/icon-64.png"), path.join(folder, "icon-64.png"));
  fs.copyFileSync(path.join(ROOT, "assets/icon-32.png"), path.join(folder, "icon-32.png"));
  return folder;
}
