// What the workbench takes from this machine beside dist/, for its pane. Neither is there in a published dist/, which then
// says so: the license keeps Microsoft's client out of anything that is published.
import path from "node:path";

export const workbenchMounts = (root) => [
  // At the root, for a service worker controls only what is below it, and the pane is at /taskpane.html.
  { prefix: "/gpumem-worker.js", dir: path.join(root, "dist/workbench/worker.js") },
  { prefix: "/office-js/", dir: path.join(root, "node_modules/@microsoft/office-js/dist") },
];
