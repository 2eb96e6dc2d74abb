// Draws assets/icon-*.png: stacked memory on three GPUs, as bars in a rounded square. `node src/cli/icons.mjs` writes them.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath } from "node:url";

const SIZES = [16, 32, 64, 80, 128];
/** Samples per pixel and direction. */
const SAMPLES = 8;
const BACKGROUND = [16, 58, 102];
const WEIGHTS = [94, 190, 255];
const STATES = [62, 207, 142];

/** On a grid of 16 units: the rounded square, and bars of [x, top, width, height, color]. */
const GRID = 16;
const CORNER = 3;
const BARS = [
  [3, 8, 2, 2, STATES],
  [3, 10, 2, 3, WEIGHTS],
  [7, 5, 2, 4, STATES],
  [7, 9, 2, 4, WEIGHTS],
  [11, 3, 2, 5, STATES],
  [11, 8, 2, 5, WEIGHTS],
];

const insideSquare = (x, y) => {
  const dx = Math.max(CORNER - x, x - (GRID - CORNER), 0);
  const dy = Math.max(CORNER - y, y - (GRID - CORNER), 0);
  return dx * dx + dy * dy <= CORNER * CORNER;
};

/** The color at a point of the grid, or undefined outside the mark. */
function colorAt(x, y) {
  if (!insideSquare(x, y)) return undefined;
  const bar = BARS.find(([left, top, width, height]) => x >= left && x < left + width && y >= top && y < top + height);
  return bar ? bar[4] : BACKGROUND;
}

/** One pixel as red, green, blue, opacity: the mean of its samples. */
function pixel(column, row, size) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = ((column + ((i % SAMPLES) + 0.5) / SAMPLES) * GRID) / size;
    const y = ((row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * GRID) / size;
    const color = colorAt(x, y);
    if (!color) continue;
    covered++;
    color.forEach((value, channel) => (sum[channel] += value));
  }
  const mean = sum.map((value) => Math.round(value / Math.max(covered, 1)));
  return [...mean, Math.round((255 * covered) / SAMPLES ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** The checksum of PNG (ISO 3309); Node 20 has no zlib.crc32. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The mark as a PNG with 8 bits of red, green, blue and opacity. */
function drawIcon(size) {
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, column) => pixel(column, row, size)).flat()]),
  );
  const header = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 6, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = zlib.deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

/** Writes all sizes into a folder and returns the files. */
function writeIcons(folder) {
  fs.mkdirSync(folder, { recursive: true });
  return SIZES.map((size) => {
    const file = path.join(folder, `icon-${size}.png`);
    fs.writeFileSync(file, drawIcon(size));
    return file;
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
  console.log(writeIcons(path.join(root, "assets")).join("\n"));
}
