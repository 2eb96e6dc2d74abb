// The verdict in words: the plan, and how far batch and context go.
import { check, formula, type Section } from "../../sections";
import { BATCHES, LENGTHS } from "./inputs";

export const verdictSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Verdict in words",
    lines: [
      formula("where", "Where", 'MAX(1,{gpus})&" × "&{gpu}', { look: "text" }),
      formula("lengthText", "Length", 'FIXED({sequenceLength},0)&" tokens"', { look: "text" }),
      formula("planText", "Your plan", '{where}&": "&{microBatch}&" × "&{lengthText}', { look: "text" }),
      formula("spareText", "To spare", 'FIXED(ABS({spare}),1)&" "&{unit}', { look: "text" }),
      formula("rangeText", "Range", 'FIXED({spareLow},1)&" to "&FIXED({spareHigh},1)&" "&{unit}', { look: "text" }),
      formula("fitsText", "If it fits", '"Fits on "&{planText}&", "&{spareText}&" to spare"', { look: "text" }),
      formula("closeText", "If it may fit", '"Borderline on "&{planText}&", headroom "&{rangeText}', {
        look: "text",
      }),
      formula("overText", "If it does not", '"Does not fit on "&{planText}&", "&{spareText}&" over"', {
        look: "text",
      }),
      formula("chosenText", "Which", 'IF({fits}="fits",{fitsText},IF({fits}="no",{overText},{closeText}))', {
        look: "text",
      }),
      formula("someText", "Where some fit", '"; micro batch up to "&{maxMicroBatch}&" at "&{lengthText}', {
        look: "text",
      }),
      formula("noneText", "Where none fits", '"; no micro batch fits at "&{lengthText}', { look: "text" }),
      formula("batchText", "Largest batch", "IF({maxMicroBatch}>0,{someText},{noneText})", { look: "text" }),
      formula("reachText", "Longest context", 'FIXED({longestThere},0)&" tokens"', { look: "text" }),
      formula("atText", "At", '", or up to "&{reachText}&" at micro batch "&{smallest}', { look: "text" }),
      formula("contextText", "Where some fits", 'IF({longestThere}>0,{atText},"")', { look: "text" }),
      formula("limitText", "The limits", '{batchText}&{contextText}&"."', { look: "text" }),
      formula("verdictText", "Verdict", 'IFERROR({chosenText}&{limitText},"No verdict: a result is an error.")', {
        look: "text",
      }),
    ],
  },
  {
    kind: "checks",
    lines: [
      check(
        "batchesRise",
        "Micro batches tried that do not rise",
        `SUMPRODUCT(({tried.batch.0}:{tried.batch.${BATCHES.length - 2}}>={tried.batch.1}:{tried.batch.${BATCHES.length - 1}})*1)`,
      ),
      check(
        "lengthsRise",
        "Sequence lengths tried that do not rise",
        `SUMPRODUCT(({tried.length.0}:{tried.length.${LENGTHS.length - 2}}>={tried.length.1}:{tried.length.${LENGTHS.length - 1}})*1)`,
      ),
      check(
        "limitsAgree",
        "Words and largest micro batch disagree",
        "SUMPRODUCT(({triedThatFits:all}<>{triedWithin:all})*1)",
      ),
      check("planAgrees", "The table and your plan disagree", "(ABS({fromTable}-{total})>{assumptions.tolerance})*1"),
      check(
        "standardIsMore",
        "Standard attention needs less than flash",
        "SUMPRODUCT(({added:all}<-{assumptions.tolerance})*1)",
      ),
    ],
  },
];
