// The kinds of arguments that FLOPs, GPU time and energy need.
import type { Architecture } from "../engine/architecture";
import { refuse } from "./inputIssues";
import { toNumber } from "./kinds";
import { anyModel, parameters } from "./names";
import { readNumber } from "./numbers";
import type { Kind } from "./spec";

/** A number from above 0 (or from `min`) to `max`; a 0 is an empty cell. */
const positive = (accepts: string, { min = Number.MIN_VALUE, max = Number.MAX_VALUE } = {}): Kind<number> => ({
  accepts,
  zeroIsValue: false,
  read: (cell) => {
    const number = toNumber(cell, accepts);
    return number >= min && number <= max ? number : refuse({ code: "out_of_range", received: number, accepts });
  },
});

export const tokens = positive('a number of tokens above 0 (1.5e12 or "1.5T")');
/** Tokens of a run: fewer than a million are trillions that somebody wrote without the T. */
export const runTokens = positive('a number of tokens of at least a million (1.5e12 or "1.5T")', { min: 1e6 });
export const flops = positive("a number of FLOPs above 0, such as 4.2e22 or a TRAIN_FLOPS cell");
export const hours = positive("a number of GPU-hours above 0");
export const rate = positive("a number of tokens per second above 0");
/** No site draws less than its servers do; above 5 it is a percentage or something else. */
export const pue = positive("a number from 1 to 5, such as 1.25", { min: 1, max: 5 });

const SHARE_ACCEPTS = "a fraction such as 0.4 or 40%, above 0 up to 1";
/** A share that divides, so that 0 means nothing; above 1 is a forgotten percent sign. */
export const share: Kind<number> = {
  accepts: SHARE_ACCEPTS,
  zeroIsValue: false,
  read: (cell) => {
    const number = toNumber(cell, SHARE_ACCEPTS);
    if (number > 1) return refuse({ code: "percent_forgotten", received: number });
    return number > 0 ? number : refuse({ code: "out_of_range", received: number, accepts: SHARE_ACCEPTS });
  },
};

/** N as a number, or a model whose N and attention can be counted. */
export interface TrainedModel {
  readonly count: number;
  readonly architecture?: Architecture;
}

export const trainedModel: Kind<TrainedModel> = {
  accepts: parameters.accepts,
  zeroIsValue: false,
  read: (cell) => {
    const { count } = parameters.read(cell);
    const named = typeof cell === "string" && readNumber(cell).kind === "text";
    return named ? { count, architecture: anyModel.read(cell).architecture } : { count };
  },
};
