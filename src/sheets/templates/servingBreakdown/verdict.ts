// The answer in words: how many users fit, by how much, and how many nodes all users need.
import { formula, type Section } from "../../sections";

const text = { look: "text" } as const;

export const verdictSection: Section = {
  kind: "lines",
  title: "Verdict in words",
  lines: [
    formula("where", "Where", 'MAX(1,{gpus})&" × "&{gpu}', text),
    formula("most", "Most users", 'FIXED({maxSequences},0)&" users"', text),
    formula(
      "contextText",
      "Context in digits",
      "IF(ISNUMBER({contextLength}),FIXED({contextLength},0),{contextLength})",
      text,
    ),
    formula("context", "Context", 'IF({contextLength}="","default length",{contextText}&" tokens")', text),
    formula("held", "Held", '{most}&" with a context of "&{context}', text),
    formula("planned", "Planned", 'FIXED({sequences},0)&" planned"', text),
    formula("spareText", "To spare", 'FIXED(ABS({headroom}),1)&" "&{unit}', text),
    formula("rangeText", "Range", '"(range "&FIXED({spareLow},1)&" to "&FIXED({spareHigh},1)&")"', text),
    formula("fleetText", "The fleet", 'FIXED({nodes},0)&" nodes for "&FIXED({users},0)&" users"', text),
    formula("bestText", "What would help", '{bestName}&" would save "&FIXED({bestSaves},1)&" "&{unit}', text),
    formula("spareSaid", "Said of what is left", '{spareText}&" to spare per GPU "&{rangeText}', text),
    formula("fitsHead", "If it fits", '"Fits on "&{where}&": up to "&{held}&", "&{planned}', text),
    formula("fitsText", "In full", '{fitsHead}&"; "&{spareSaid}&". "&{fleetText}&"."', text),
    formula("closeHead", "If it may fit", '"Borderline on "&{where}&": headroom "&{unit}&" "&{rangeText}', text),
    formula("closeText", "In full", '{closeHead}&"; for sure only "&{most}&", "&{planned}&"."', text),
    formula("overHead", "If it does not", '"Does not fit on "&{where}&": "&{spareText}&" over per GPU; "', text),
    formula("overText", "In full", '{overHead}&"at most "&{held}&", "&{planned}&"."', text),
    formula("helpText", "And then", 'IF({bestSaves}>0,{overText}&" "&{bestText}&".",{overText})', text),
    formula("chosenText", "Which", 'IF({fits}="fits",{fitsText},IF({fits}="no",{helpText},{closeText}))', text),
    formula("verdictText", "Verdict", 'IFERROR({chosenText},"No verdict: an engine result is an error.")', text),
  ],
};
