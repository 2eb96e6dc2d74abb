// The verdict in words, three-valued as the engine's.
import { formula, type LinesSection } from "../../sections";

export const words: LinesSection = {
  kind: "lines",
  title: "Verdict in words",
  lines: [
    formula("where", "Where", 'MAX(1,{gpus})&" × "&{gpu}', { look: "text" }),
    formula("spareText", "To spare", 'FIXED(ABS({spare}),1)&" "&{unit}', { look: "text" }),
    formula("rangeText", "Range", '"(range "&FIXED({spareLow},1)&" to "&FIXED({spareHigh},1)&")"', {
      look: "text",
    }),
    formula("bestText", "What would help", '{bestName}&" would save "&FIXED({bestSaves},1)&" "&{unit}', {
      look: "text",
    }),
    formula("fitsText", "If it fits", '"Fits on "&{where}&": "&{spareText}&" to spare per GPU "&{rangeText}', {
      look: "text",
    }),
    formula("closeText", "If it may fit", '"Borderline on "&{where}&": headroom "&{unit}&" "&{rangeText}', {
      look: "text",
    }),
    formula("overText", "If it does not", '"Does not fit on "&{where}&": "&{spareText}&" over per GPU."', {
      look: "text",
    }),
    formula("helpText", "And then", 'IF({bestSaves}>0,{overText}&" "&{bestText},{overText})', { look: "text" }),
    formula("chosenText", "Which", 'IF({fits}="fits",{fitsText},IF({fits}="no",{helpText},{closeText}))', {
      look: "text",
    }),
    formula("verdictText", "Verdict", 'IFERROR({chosenText},"No verdict: an engine result is an error.")', {
      look: "text",
    }),
  ],
};
