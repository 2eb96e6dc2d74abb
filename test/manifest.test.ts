import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import packageJson from "../package.json";
import { checkFunctions, isCellAddress, nameProblem } from "../src/cli/functionsChecks.mjs";
import { baseUrlProblem, withBaseUrl, withHelpUrls } from "../src/cli/manifest.mjs";
import { microsoftVerdict } from "../src/cli/microsoft.mjs";

const ROOT = path.resolve(__dirname, "..");
const MANIFEST = fs.readFileSync(path.join(ROOT, "manifest.xml"), "utf8");
const FUNCTION = {
  id: "TRAIN_MEM",
  name: "TRAIN_MEM",
  description: "Memory of training.",
  helpUrl: "https://localhost:3000/reference.html#TRAIN_MEM",
  parameters: [{ name: "params" }, { name: "unit", optional: true }],
  result: { type: "any", dimensionality: "matrix" },
};

interface Outcome {
  readonly status: number;
  readonly problems: string;
  readonly summary: string;
}

/** Runs the program as people do: its parser is WebAssembly in an ES module, which does not load in here. */
const validate = (...args: readonly string[]): Promise<Outcome> =>
  new Promise((done) => {
    const program = [path.join(ROOT, "src/cli/validate.mjs"), "--offline", ...args];
    execFile(process.execPath, program, { cwd: ROOT }, (error, summary, problems) =>
      done({ status: error ? Number(error.code) : 0, problems, summary }),
    );
  });

let folder = "";
let distDir = "";
let count = 0;

const validateText = (xml: string, dist = distDir): Promise<Outcome> => {
  const file = path.join(folder, `manifest-${count++}.xml`);
  fs.writeFileSync(file, xml);
  return validate("--manifest", file, "--dist", dist);
};

/** A folder with every file that the manifest names. */
function makeDist(dir: string, functions: readonly object[] = [FUNCTION]): string {
  fs.mkdirSync(dir);
  for (const page of ["functions.js", "taskpane.html", "reference.html", "support.html"])
    fs.writeFileSync(path.join(dir, page), "");
  for (const size of [16, 32, 64, 80])
    fs.copyFileSync(path.join(ROOT, `assets/icon-${size}.png`), path.join(dir, `icon-${size}.png`));
  fs.writeFileSync(path.join(dir, "functions.json"), JSON.stringify({ functions }));
  return dir;
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-manifest-"));
  distDir = makeDist(path.join(folder, "dist"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Replaces a text that must be there. */
const changed = (from: string | RegExp, to: string): string => {
  const xml = MANIFEST.replace(from, () => to);
  expect(xml).not.toBe(MANIFEST);
  return xml;
};

describe("manifest.xml", () => {
  test("passes, and says which validation ran", async () => {
    expect(await validateText(MANIFEST)).toEqual({
      status: 0,
      problems: "",
      summary: expect.stringMatching(
        /^Offline checks of .* no problems\.\nMicrosoft's validation did not run: --offline\.\n$/,
      ),
    });
  });

  test("passes for another address too", async () => {
    const functions = [{ ...FUNCTION, helpUrl: "https://example.com/a/reference.html#TRAIN_MEM" }];
    const dist = makeDist(path.join(folder, "elsewhere"), functions);
    const outcome = await validateText(withBaseUrl(MANIFEST, "https://example.com/a/"), dist);
    expect(outcome).toMatchObject({ status: 0, problems: "" });
  });

  test("has the version of package.json", () => {
    expect(MANIFEST).toContain(`<Version>${packageJson.version}.0</Version>`);
  });

  test("as built passes together with the files of the build", async () => {
    expect(await validate()).toMatchObject({ status: 0, problems: "" });
  });
});

describe("a manifest with a mistake", () => {
  const mistakes: readonly (readonly [string, () => string, RegExp])[] = [
    [
      "a missing label",
      () => changed('<Label resid="TaskpaneButton.Label"/>', ""),
      /:\d+: <Label> is missing in <Control>/,
    ],
    [
      "elements in the wrong order",
      () =>
        changed(
          /(<Id>.*<\/Id>)(\s*)(<Version>.*<\/Version>)/,
          "<Version>1.0.0.0</Version><Id>186e2b69-1435-4c25-963f-225e89a82660</Id>",
        ),
      /:8: <Id> in <OfficeApp> must come before <Version>/,
    ],
    ["an unknown element", () => changed("<Hosts>", "<Colour/><Hosts>"), /<Colour> is not allowed in <OfficeApp>/],
    [
      "an element twice",
      () => changed("<ProviderName>", "<ProviderName>A</ProviderName><ProviderName>"),
      /<OfficeApp> has 2 <ProviderName>: only one/,
    ],
    [
      "an unresolved resid",
      () => changed('resid="Group.Label"', 'resid="Group.Labbel"'),
      /resid "Group.Labbel" of <Label> is not declared in <bt:ShortStrings>/,
    ],
    [
      "an unused resource",
      () => changed('resid="Group.Label"', 'resid="TaskpaneButton.Label"'),
      /"Group.Label" is declared in <bt:ShortStrings> but nothing uses it/,
    ],
    [
      "a resource of the wrong kind",
      () => changed('<Label resid="Group.Label"', '<Label resid="GetStarted.Description"'),
      /is declared in <bt:LongStrings>: it must be in <bt:ShortStrings>/,
    ],
    ["a missing icon file", () => changed("icon-80.png", "icon-81.png"), /icon-81.png is not in dist\//],
    [
      "an icon of the wrong size",
      () => changed("/icon-80.png", "/icon-64.png"),
      /icon-64.png is 64×64: an image of size 80 is needed/,
    ],
    [
      "a bad namespace of functions",
      () =>
        changed(
          'DefaultValue="GPUMEM"/>\n        <bt:String id="GetStarted.Title"',
          'DefaultValue="GPU MEM"/>\n        <bt:String id="GetStarted.Title"',
        ),
      /the namespace "GPU MEM" must be/,
    ],
    [
      "a wrong XML namespace",
      () =>
        changed(
          'xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"',
          'xmlns:bt="http://schemas.microsoft.com/office/basictypes"',
        ),
      /<Images> in <Resources> is in the wrong namespace/,
    ],
    [
      "an http URL",
      () => changed("https://localhost:3000/support.html", "http://localhost:3000/support.html"),
      /DefaultValue of <SupportUrl> is "http:.*must be an https:\/\/ URL/,
    ],
    ["a text that is too long", () => changed("GPUMEM is ready", "x".repeat(126)), /it must be 1 to 125 characters/],
    [
      "a resid that is too long",
      () => MANIFEST.replaceAll("Group.Label", "G".repeat(33)),
      /it must be 1 to 32 characters/,
    ],
    [
      "a broken version",
      () => changed("<Version>0.1.0.0<", "<Version>v0.1<"),
      /<Version> is "v0.1": it must be one to four numbers/,
    ],
    ["a broken GUID", () => changed("186e2b69-", "186e2b6-"), /<Id> is ".*": it must be a GUID/],
    [
      "a runtime of another page",
      () => changed('<Runtime resid="Taskpane.Url"', '<Runtime resid="GetStarted.LearnMoreUrl"'),
      /with the shared runtime it must be "GetStarted.LearnMoreUrl"/,
    ],
    [
      "an unknown control",
      () => changed('xsi:type="Button"', 'xsi:type="Knob"'),
      /xsi:type of <Control> is "Knob": it must be one of Button, Menu/,
    ],
    ["not well-formed", () => changed("</Hosts>", ""), /:\d+: not well-formed XML: Opening and ending tag mismatch/],
    ["an empty file", () => "", /:1: not well-formed XML/],
  ];

  test.each(mistakes)("%s", async (_name, xml, sentence) => {
    const { status, problems } = await validateText(xml());
    expect(problems).toMatch(sentence);
    expect(status).toBe(1);
  });

  test("no build: says to build", async () => {
    const { status, problems } = await validateText(MANIFEST, path.join(folder, "none"));
    expect([status, problems]).toEqual([1, "dist: there is no built add-in: run `npm run build` first\n"]);
  });
});

describe("functions.json", () => {
  const problemsOf = (...functions: readonly object[]) => checkFunctions(JSON.stringify({ functions }));

  test("good", () => expect(problemsOf(FUNCTION)).toEqual([]));
  test.each([
    ["no helpUrl", { helpUrl: "" }, "TRAIN_MEM has no helpUrl"],
    ["a relative helpUrl", { helpUrl: "a.html" }, 'TRAIN_MEM has the helpUrl "a.html": it must start with https://'],
    ["a cell's address", { name: "KV12" }, 'KV12 has the name "KV12", which is the address of a cell'],
    [
      "a required parameter after an optional one",
      { parameters: [{ name: "unit", optional: true }, { name: "params" }] },
      'TRAIN_MEM needs "params" after the optional "unit": optional parameters come last',
    ],
    ["no description", { description: "" }, "TRAIN_MEM has no description"],
  ])("%s", (_name, change, sentence) => expect(problemsOf({ ...FUNCTION, ...change })).toEqual([sentence]));
  test("names that Excel stores alike", () =>
    expect(problemsOf({ ...FUNCTION, id: "A.BC", name: "A.BC" }, { ...FUNCTION, id: "A_BC", name: "A_BC" })).toEqual([
      "the id A_BC is used twice",
      "the name A_BC is used twice",
    ]));
  test("no JSON", () => expect(checkFunctions("{")[0]).toMatch(/^not JSON: /));
  test("no functions", () => expect(checkFunctions('{"functions":[]}')).toEqual(["has no functions"]));

  test.each(["A1", "XFD1048576", "R1C1", "RC", "gpu1", "R1048576C16384"])("%s is a cell", (text) =>
    expect(isCellAddress(text)).toBe(true),
  );
  test.each(["XFE1", "A1048577", "A0", "TRAIN_MEM", "R1048577C1", "FP8_MEM"])("%s is no cell", (text) =>
    expect(isCellAddress(text)).toBe(false),
  );
  test.each(["AB", "1AB", "A B", "Ä_BC", "", "x".repeat(129)])("%p is no name", (name) =>
    expect(nameProblem(name)).toBeDefined(),
  );
});

describe("another address", () => {
  test("moves every URL", () => {
    const xml: string = withBaseUrl(MANIFEST, "https://example.com/$1/gpumem/");
    expect(xml).not.toContain("localhost");
    expect(xml).toContain('DefaultValue="https://example.com/$1/gpumem/taskpane.html"');
  });
  test("makes help pages absolute", () => {
    const json = JSON.stringify({ allowErrorForDataTypeAny: true, functions: [{ helpUrl: "reference.html#A" }] });
    expect(JSON.parse(withHelpUrls(json, "https://example.com/x/"))).toEqual({
      allowErrorForDataTypeAny: true,
      functions: [{ helpUrl: "https://example.com/x/reference.html#A" }],
    });
  });
  test.each([
    ["http://example.com/", /must start with https/],
    ["https://example.com/gpumem", /must end with a slash/],
    ["example.com", /is not a URL/],
    ["https://example.com/?a=1&b=/", /may not have/],
    ['https://example.com/"/', /may not have/],
  ])("%s is refused", (baseUrl, sentence) => {
    expect(baseUrlProblem(baseUrl)).toMatch(sentence);
    expect(() => withBaseUrl(MANIFEST, baseUrl)).toThrow(sentence);
  });
});

describe("Microsoft's validation", () => {
  const unreachable =
    "Error: Unable to contact the manifest validation service.\nFetchError: request to https://validationgateway.omex.office.net/ failed, reason: getaddrinfo ENOTFOUND validationgateway.omex.office.net";
  test.each([
    ["no network", 1, unreachable, { ran: false, reason: "the service cannot be reached (ENOTFOUND)" }],
    [
      "a fault of the service",
      1,
      "Unable to validate the manifest.\n502\nBad Gateway",
      { ran: false, reason: "the service answered 502 Bad Gateway" },
    ],
    ["a good manifest", 0, "\u001b[1mThe manifest is valid.\u001b[22m", { ran: true, valid: true }],
    ["a bad manifest", 1, "Error #1:\nThe manifest is not valid.", { ran: true, valid: false }],
    ["silence", 1, "", { ran: false, reason: "it ended with status 1 and said nothing" }],
  ])("%s", (_name, code, output, verdict) => expect(microsoftVerdict(code, output)).toMatchObject(verdict));
});
