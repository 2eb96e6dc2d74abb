// `npm run bench [-- NAME…]`: builds test/bench/*.bench.ts as the product is built, and times them in one run, one after another.
// A file exports `register(bench)`, which adds tasks; those whose name starts with "reference" are what the others are compared with.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Bench } from "tinybench";
import webpack from "webpack";

const require = createRequire(import.meta.url);
const HERE = path.resolve("test/bench");
const OUT = path.resolve("reports/bench");
const SAMPLES = 100_000;

const benchmarks = (wanted) =>
  fs
    .readdirSync(HERE)
    .filter((file) => file.endsWith(".bench.ts"))
    .map((file) => file.replace(/\.bench\.ts$/, ""))
    .filter((name) => wanted.length === 0 || wanted.includes(name));

function bundle(names) {
  const [, cli] = require(path.resolve("webpack.config.js"))({}, { mode: "production" });
  const entry = Object.fromEntries(names.map((name) => [name, path.join(HERE, `${name}.bench.ts`)]));
  const output = { path: OUT, filename: "[name].cjs", clean: true, library: { type: "commonjs2" } };
  // The browser's driver finds its own files beside itself.
  const externals = [...cli.externals, { "playwright-core": "commonjs playwright-core" }];
  return new Promise((resolve, reject) => {
    webpack({ ...cli, entry, output, externals }, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}

const MICROSECONDS_PER_MILLISECOND = 1000;
const microseconds = (milliseconds) => (milliseconds * MICROSECONDS_PER_MILLISECOND).toFixed(2);

function report(title, bench) {
  const done = bench.tasks.filter((task) => task.result.latency);
  const reference = done.find((task) => task.name.startsWith("reference"))?.result.latency.p50;
  console.log(`\n${title}`);
  for (const { name, result } of done) {
    const { p50, p99, samplesCount } = result.latency;
    const ratio = reference ? `  ×${(p50 / reference).toFixed(1)}` : "";
    console.log(
      `  ${name.padEnd(44)} median ${microseconds(p50).padStart(9)} µs  p99 ${microseconds(p99).padStart(9)} µs  n ${samplesCount}${ratio}`,
    );
  }
  for (const { name, result } of bench.tasks)
    if (!result.latency) console.log(`  ${name.padEnd(44)} FAILED ${result.error?.message ?? result.state}`);
  return bench.tasks.every((task) => task.result.latency);
}

const names = benchmarks(process.argv.slice(2));
await bundle(names);
for (const name of names) {
  const { register, samples = SAMPLES } = await import(pathToFileURL(path.join(OUT, `${name}.cjs`)).href).then(
    (it) => it.default ?? it,
  );
  const bench = new Bench({ iterations: samples, time: 0, warmupIterations: Math.ceil(samples / 10), warmupTime: 0 });
  const options = register(bench) ?? {};
  await bench.run();
  if (!report(options.title ?? name, bench)) process.exitCode = 1;
}
