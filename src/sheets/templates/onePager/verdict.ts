// The answer in words: what the rule says, what is really stored, and whether that fits.
import { formula, type Section } from "../../sections";
import { IN_UNIT } from "../memoryLines";

const text = { look: "text" } as const;

export const fitSection: Section = {
  kind: "lines",
  title: "Does it fit?",
  lines: [
    formula("usable", "May be used", "{capacity}*(1-{safetyMargin})", IN_UNIT),
    formula("sumOfParts", "Sum of the parts stored", "SUM({storedWeights}:{storedRuntime})", {
      ...IN_UNIT,
      look: "total",
    }),
    formula("beyond", "Stored beyond the rule", "{total}-{eachTotal}", IN_UNIT),
    formula("ruleGpus", "GPUs by the rule", "ROUNDUP({ruleTotal}/{usable},0)", {
      unit: "GPUs",
      format: "whole",
      note: "as if all of it, activations too, were sharded evenly",
    }),
    formula("withCache", "Serving: weights and KV cache", "{nine.weights:last}+{cache}", {
      ...IN_UNIT,
      note: "16 bit, all users, one device",
    }),
  ],
};

export const verdictSection: Section = {
  kind: "lines",
  title: "Verdict in words",
  lines: [
    formula("where", "Where", 'MAX(1,{gpus})&" × "&{gpu}', text),
    formula("ruleText", "By the rule", '"By the rule "&FIXED({ruleTotal},1)&" "&{unit}&" in all, "', text),
    formula("eachText", "On each GPU", 'FIXED({eachTotal},1)&" on each of "&{where}', text),
    formula("storedText", "Stored", '"; really stored "&FIXED({total},1)&" "&{unit}&" each"', text),
    formula("usableText", "May be used", 'FIXED({usable},1)&" may be used"', text),
    formula("rangeText", "Range", '"range "&FIXED({totalLow},1)&" to "&FIXED({totalHigh},1)', text),
    formula("factsText", "Facts", "{ruleText}&{eachText}&{storedText}", text),
    formula("fitsText", "If it fits", '{factsText}&": fits, "&{usableText}&"."', text),
    formula("closeText", "If it may fit", '{factsText}&": borderline, "&{rangeText}&", "&{usableText}&"."', text),
    formula("enough", "Enough GPUs", 'IF({minGpus}>0," "&FIXED({minGpus},0)&" GPUs hold it.","")', text),
    formula("overText", "If it does not", '{factsText}&": does not fit, "&{usableText}&"."&{enough}', text),
    formula("chosenText", "Which", 'IF({fits}="fits",{fitsText},IF({fits}="no",{overText},{closeText}))', text),
    formula("verdictText", "Verdict", 'IFERROR({chosenText},"No verdict: an engine result is an error.")', text),
  ],
};
