// A cost export as text: read, or refused in words.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { byMonth, fitted } from "../../../src/taskpane/focus/aggregate";
import { type Bill, type BillRow, readBill } from "../../../src/taskpane/focus/bill";
import { readDelimited } from "../../../src/taskpane/focus/delimited";

const HEADER = "ChargePeriodStart,SkuId,ConsumedQuantity,EffectiveCost,CommitmentDiscountStatus,Tags";
const ROW = "2027-01-15T00:00:00Z,gpu-8xh100,10,245.5,Used,Research";
const text = (...rows: readonly string[]) => [HEADER, ...rows].join("\n");
const refusal = (given: string) => {
  const read = readBill(given);
  return "refused" in read ? read.refused : undefined;
};
const bill = (given: string): Bill => {
  const read = readBill(given);
  if ("refused" in read) throw new Error(read.refused);
  return read.value;
};

const field = fc.string({ maxLength: 12 });
test.each([",", "\t", ";"])("whatever is quoted, %j reads back", (separator) => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 4 })
        .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }))),
      (rows) => {
        const header = rows[0]?.map((_, i) => `head${i}`) ?? ["a", "b"];
        const lines = [header, ...rows].map((row) =>
          row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator),
        );
        expect(readDelimited(lines.join("\r\n"))).toEqual({ kind: "read", records: [header, ...rows] });
      },
    ),
  );
});

test("whatever is pasted, reading ends with rows or a sentence", () => {
  fc.assert(fc.property(fc.string(), (given) => void readBill(`${HEADER}\n${given}`)));
});

test("plain fields, empty ones at the end, blank lines", () => {
  expect(readDelimited('a,b,\n\n1,"x ""y""" ,\r\n2,,')).toEqual({
    kind: "read",
    records: [
      ["a", "b", ""],
      ["1", 'x "y"', ""],
      ["2", "", ""],
    ],
  });
  expect(readDelimited('a,b\n1,"open')).toEqual({ kind: "unclosed", record: 2 });
});

test("columns are found in any order and case, others are left out", () => {
  const given =
    '\uFEFFtags\tEFFECTIVECOST\tBilledCost\tConsumed Quantity\tsku_id\tChargePeriodStart\n{"team":"a"}\t1.5\t9\t\tgpu\t2027-01-31';
  expect(bill(given)).toEqual({
    rows: [{ day: 46_418, sku: "gpu", quantity: "", cost: 1.5, status: "", tags: '{"team":"a"}' }],
    without: ["CommitmentDiscountStatus"],
  });
});

test("what is wrong is said with its row", () => {
  expect(refusal(" ")).toMatch(/Nothing is pasted yet/);
  expect(refusal(HEADER)).toMatch(/no row below it/);
  expect(refusal("Date,SkuId,Cost\n1,2,3")).toMatch(
    /lacks ChargePeriodStart, ConsumedQuantity, EffectiveCost; it begins with: Date, SkuId, Cost/,
  );
  expect(refusal(`${HEADER},Sku Id\n${ROW},x`)).toMatch(/names SkuId twice/);
  expect(refusal(text(ROW, ROW.replace("245.5", '"1,234.50"')))).toBe(
    "Row 3: EffectiveCost is “1,234.50”: numbers need a decimal point, and no commas between thousands. Nothing was read.",
  );
  expect(refusal(text(ROW.replace("2027-01-15T00:00:00Z", "15.1.2027"), "x", "y"))).toMatch(
    /^Row 2: ChargePeriodStart is “15.1.2027”, no day .* 2 more rows are wrong, too. Nothing was read.$/,
  );
  expect(refusal(text("2027-01-01,gpu"))).toMatch(/^Row 2: has 2 fields, and the header 6/);
  for (const cost of ["NaN", "Infinity", "0x10", "1 000", "", "12 USD"])
    expect(refusal(text(ROW.replace("245.5", cost)))).toMatch(/^Row 2: EffectiveCost is “.*”, no number/);
});

test("control characters go, and formulas stay the text that they are", () => {
  const [row] = bill(text(ROW.replace("gpu-8xh100", "=cmd|' /C calc'!A0\u0007"))).rows;
  expect(row?.sku).toBe("=cmd|' /C calc'!A0");
});

const rows = fc.array(
  fc.record({
    day: fc.integer({ min: 46_388, max: 46_700 }),
    sku: fc.constantFrom("a", "b", ""),
    quantity: fc.oneof(fc.constant("" as const), fc.integer({ min: 0, max: 1000 })),
    cost: fc.integer({ min: -1000, max: 100_000 }),
    status: fc.constantFrom("Used", "Unused", ""),
    tags: fc.constantFrom("x", "y"),
  }),
);
const sum = (all: readonly BillRow[], of: "cost" | "quantity") =>
  all.reduce((total, row) => total + Number(row[of]), 0);

test("sums keep every quantity and cost, one row a month, SKU, status and tag", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const sums = byMonth(given);
      expect(sum(sums, "cost")).toBe(sum(given, "cost"));
      expect(sum(sums, "quantity")).toBe(sum(given, "quantity"));
      expect(new Set(sums.map(({ day, sku, status, tags }) => [day, sku, status, tags].join())).size).toBe(sums.length);
      expect(byMonth(sums)).toEqual(sums);
    }),
  );
});

test("50,000 rows are read and summed in a moment; where even sums are too many, there is no fit", () => {
  const many = Array.from({ length: 50_000 }, (_, i) =>
    ROW.replace("-15T", `-${String(1 + (i % 28)).padStart(2, "0")}T`),
  );
  const start = performance.now();
  const read = bill(text(...many));
  const result = fitted(read.rows, 2000);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(result).toMatchObject({ summed: true, rows: [{ day: 46_388, quantity: 500_000, cost: 12_275_000 }] });
  expect(fitted(read.rows.slice(0, 2000), 2000)).toMatchObject({ summed: false });
  expect(
    fitted(
      read.rows.map((row, i) => ({ ...row, tags: String(i) })),
      2000,
    ),
  ).toBeUndefined();
});
