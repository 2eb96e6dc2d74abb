// `node src/cli/gallery.mjs`: the browser tests' pictures of sheets (reports/screenshots), cropped and made smaller, into
// assets/gallery/. Run it after `npx jest test/browser/templates.test.ts test/browser/examples.test.ts`.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import webpack from "webpack";

const require = createRequire(import.meta.url);
const FROM = "reports/screenshots";
const TO = "assets/gallery";
const OUT = path.resolve("reports/gallery");
/** Of the whole sheet, without the spreadsheet's own bars above it. */
const CROP = { left: 0, top: 106, width: 1760, height: 1320 };
/** As the pages say it: src/cli/guide/frame.ts. */
const SIZE = { width: 1320, height: 990 };
const QUALITY = 0.82;

/** The browser that the tests use, bundled as the product is. */
async function browserOfTests() {
  const [, cli] = require(path.resolve("webpack.config.js"))({}, { mode: "production" });
  const entry = { chromium: path.resolve("test/support/chromium.ts") };
  const output = { path: OUT, filename: "[name].cjs", library: { type: "commonjs2" } };
  const externals = { "playwright-core": "commonjs playwright-core" };
  await new Promise((resolve, reject) =>
    webpack({ ...cli, entry, output, externals }, (error, stats) =>
      error || stats.hasErrors() ? reject(error ?? new Error(stats.toString("errors-only"))) : resolve(),
    ),
  );
  return require(path.join(OUT, "chromium.cjs")).launchBrowser();
}

/** Runs in the page: what is beyond the picture stays white. */
async function smaller({ url, crop, size, quality }) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), size);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = "high";
  context.scale(size.width / crop.width, size.height / crop.height);
  context.drawImage(image, -crop.left, -crop.top);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}

const named = (file) => /^(?:sheet-(.+?)(?<!-at-first)|(example-.+))\.png$/.exec(file);

const browser = await browserOfTests();
try {
  fs.mkdirSync(TO, { recursive: true });
  for (const file of fs.readdirSync(FROM)) {
    const [, sheet, example] = named(file) ?? [];
    const name = sheet ?? example;
    if (name === undefined) continue;
    const url = `data:image/png;base64,${fs.readFileSync(path.join(FROM, file), "base64")}`;
    // A page each: pictures of whole sheets are large, and a page keeps what it has decoded.
    const page = await browser.newPage();
    const base64 = await page.evaluate(smaller, { url, crop: CROP, size: SIZE, quality: QUALITY });
    const picture = Buffer.from(base64, "base64");
    await page.close();
    fs.writeFileSync(path.join(TO, `${name}.webp`), picture);
    console.log(`${TO}/${name}.webp ${Math.round(picture.length / 1000)} kB`);
  }
} finally {
  await browser.close();
}
