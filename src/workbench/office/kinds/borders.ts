import { type Area, clipped } from "../area";
import { choiceArgument, colorArgument } from "../arguments";
import type { Book } from "../book";
import { defineKind, type Item } from "../kind";
import { denyIfProtected } from "../protected";
import { writable } from "../sheetSize";

interface Borders extends Item {
  readonly range: Area;
}
interface Border extends Borders {
  readonly side: keyof typeof SIDES;
}

type Line = "thin" | "medium" | "thick" | "dashed" | "dotted";
interface Drawn {
  readonly style: Line;
  readonly color: string;
}

const SIDES = {
  EdgeTop: { position: "top", of: "top" },
  EdgeBottom: { position: "bottom", of: "bottom" },
  EdgeLeft: { position: "left", of: "left" },
  EdgeRight: { position: "right", of: "right" },
  InsideHorizontal: { position: "h", of: "bottom" },
  InsideVertical: { position: "v", of: "right" },
} as const;

/** o-spreadsheet has no double line; of broken lines it has one each. */
const LINES = {
  Continuous: "thin",
  Double: "medium",
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
  Dot: "dotted",
  SlantDashDot: "dashed",
  None: undefined,
} as const;
const WEIGHTS = { Hairline: "thin", Thin: "thin", Medium: "medium", Thick: "thick" } as const;
const BLACK = "#000000";

/** The line at the side's first cell stands for the side. */
function drawn(book: Book, { range, side }: Border): Drawn | undefined {
  const { top, left, bottom, right } = clipped(book, range);
  const row = side === "EdgeBottom" ? bottom : top;
  const col = side === "EdgeRight" ? right : left;
  return book.getters.getCellBorder({ sheetId: range.sheetId, row, col })?.[SIDES[side].of] as Drawn | undefined;
}

function draw(book: Book, { range, side }: Border, line: Drawn | undefined, location: string): void {
  const { sheetId } = range;
  denyIfProtected(book, { type: "SET_ZONE_BORDERS", sheetId }, location);
  // An empty color takes the line away.
  const border = { position: SIDES[side].position, color: line?.color ?? "", style: line?.style };
  book.dispatch("SET_ZONE_BORDERS", { sheetId, target: [writable(book, range)], border });
}

const isBroken = (line: Drawn | undefined) => line?.style === "dashed" || line?.style === "dotted";

const styleName = (line: Drawn | undefined) =>
  !line ? "None" : line.style === "dashed" ? "Dash" : line.style === "dotted" ? "Dot" : "Continuous";

const weightName = (line: Drawn | undefined) =>
  line?.style === "medium" ? "Medium" : line?.style === "thick" ? "Thick" : "Thin";

export const borderKinds = [
  defineKind<Borders>({
    name: "RangeBorderCollection",
    properties: { Count: { get: () => Object.keys(SIDES).length } },
    elements: (_, { range }) => Object.keys(SIDES).map((side) => ({ kind: "RangeBorder", range, side })),
    byKey: (_, { range }, side) => {
      choiceArgument(side, SIDES, "RangeBorderCollection.getItem");
      return { kind: "RangeBorder", range, side } as Border;
    },
  }),
  defineKind<Border>({
    name: "RangeBorder",
    properties: {
      SideIndex: { get: (_, { side }) => side },
      Style: {
        get: (book, border) => styleName(drawn(book, border)),
        set: (book, border, value) => {
          const style = choiceArgument(value, LINES, "RangeBorder.style");
          const now = drawn(book, border);
          draw(book, border, style && { style, color: now?.color ?? BLACK }, "RangeBorder.style");
        },
      },
      Color: {
        get: (book, border) => drawn(book, border)?.color ?? BLACK,
        set: (book, border, value) => {
          const style = drawn(book, border)?.style ?? "thin";
          draw(book, border, { style, color: colorArgument(value, "RangeBorder.color") }, "RangeBorder.color");
        },
      },
      Weight: {
        get: (book, border) => weightName(drawn(book, border)),
        set: (book, border, value) => {
          const weight = choiceArgument(value, WEIGHTS, "RangeBorder.weight");
          const now = drawn(book, border);
          const style = now && isBroken(now) ? now.style : weight;
          draw(book, border, { style, color: now?.color ?? BLACK }, "RangeBorder.weight");
        },
      },
    },
  }),
];
