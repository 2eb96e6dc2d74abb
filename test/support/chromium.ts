// A real headless browser. On 64-bit Linux it comes through npm with its own libraries, so that a bare machine needs
// nothing installed; elsewhere the Chrome, Edge or Chromium that is there.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const ROOT = path.resolve(__dirname, "../..");
const PACKAGE = path.join(ROOT, "node_modules/@sparticuz/chromium");
const BLOCK = 512;

const field = (header: Buffer, start: number, length: number) =>
  header
    .subarray(start, start + length)
    .toString("latin1")
    .replace(/\0.*$/s, "")
    .trim();

/** Unpacks the files, folders and links of a ustar archive. */
function untar(archive: Buffer, target: string): void {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + BLOCK);
    const size = parseInt(field(header, 124, 12) || "0", 8);
    const file = path.resolve(target, field(header, 345, 155), field(header, 0, 100));
    if (file !== target && !file.startsWith(target + path.sep))
      throw new Error(`archive entry outside its folder: ${file}`);
    writeEntry(
      field(header, 156, 1),
      file,
      field(header, 157, 100),
      archive.subarray(at + BLOCK, at + BLOCK + size),
      parseInt(field(header, 100, 8), 8),
    );
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function writeEntry(type: string, file: string, link: string, content: Buffer, mode: number): void {
  if (type === "5") return void fs.mkdirSync(file, { recursive: true });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (type === "2") fs.symlinkSync(link, file);
  else if (type === "0" || type === "") fs.writeFileSync(file, content, { mode: mode & 0o777 });
}

const decompressed = (file: string) => zlib.brotliDecompressSync(fs.readFileSync(path.join(PACKAGE, "bin", file)));

/** The carried browser, unpacked once per version; a second process that unpacks at the same time changes nothing. */
function carriedBrowser(): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const folder = path.join(ROOT, "node_modules/.cache", `chromium-for-tests-${version}`);
  if (fs.existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  fs.writeFileSync(path.join(unfinished, "chromium"), decompressed("chromium.br"), { mode: 0o755 });
  for (const pack of ["al2023", "fonts", "swiftshader"]) untar(decompressed(`${pack}.tar.br`), unfinished);
  fs.writeFileSync(
    path.join(unfinished, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    fs.renameSync(unfinished, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
    fs.rmSync(unfinished, { recursive: true });
  }
  return folder;
}

function launchCarried(options: LaunchOptions): Promise<Browser> {
  const folder = carriedBrowser();
  const libraries = [path.join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return chromium.launch({
    ...options,
    args: ["--headless=shell", ...(options.args ?? [])],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_PATH: folder,
      FONTCONFIG_FILE: path.join(folder, "fonts.conf"),
    } as Record<string, string>,
    executablePath: path.join(folder, "chromium"),
  });
}

export async function launchBrowser(): Promise<Browser> {
  const options = { args: ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"] };
  if (process.env.CHROMIUM_PATH) return chromium.launch({ ...options, executablePath: process.env.CHROMIUM_PATH });
  if (process.platform === "linux" && process.arch === "x64") return launchCarried(options);
  return chromium
    .launch({ ...options, channel: "chrome" })
    .catch(() => chromium.launch({ ...options, channel: "msedge" }))
    .catch((error: Error) => {
      throw new Error(`No browser for the tests: install Chrome or Edge, or set CHROMIUM_PATH.\n${error.message}`);
    });
}
