// The verdict in words, and what must hold for it to mean anything.
import { check, formula, type Section } from "../../sections";

const text = { look: "text" } as const;

export const verdictSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Verdict in words",
    lines: [
      formula("places", "Decimals", "1-{inTokens}", { format: "whole" }),
      formula("measuredText", "Measured", '"Measured "&FIXED({measured},{places})&" "&{unitShown}', text),
      formula("lowText", "From", "FIXED({low},{places})", text),
      formula("rangeText", "The range", '{lowText}&" to "&FIXED({high},{places})&" "&{unitShown}', text),
      formula("sizeText", "By how much", 'FIXED(ABS({differenceShare})/1%,1)&"% "', text),
      formula("sideText", "Where", 'IF({difference}<0,"below","above")&" the estimate"', text),
      formula("insideText", "If inside", '" is inside the range "&{rangeText}&": "&{sizeText}&{sideText}&"."', text),
      formula("nearText", "If close", '" is just outside the range "&{rangeText}&": "&{sizeText}&{sideText}&"."', text),
      formula("outsideText", "If outside", '" is outside the range "&{rangeText}&": "&{sizeText}&{sideText}', text),
      formula("adviceText", "And then", '{outsideText}&". Compare what was run with the scenario."', text),
      formula("chosenText", "Which", "IF({inside}=1,{insideText},IF({near}=1,{nearText},{adviceText}))", text),
      formula("nothingText", "If nothing was read", '"Type a number, or paste a line of the log that is known."', text),
      formula("allText", "The sentence", "IF({number}=0,{nothingText},{measuredText}&{chosenText})", text),
      formula("verdictText", "Verdict", 'IFERROR({allText},"No verdict: a result is an error.")', text),
    ],
  },
  {
    kind: "checks",
    lines: [
      check("nothingRead", "No measured number was read", "({number}<=0)*1"),
      check("otherTask", "Measured in a server's cache, but the task is to train", '{inCache}*({task}<>"serve")'),
      check(
        "logAgrees",
        "Tokens and concurrency of the log contradict each other",
        "IF({byRequests}*{forms.1:last}=0,0,({logDifference}>{logTolerance})*1)",
        "the context length must be the tokens per request of the log",
      ),
      check(
        "partsReconcile",
        "Parts do not add up to the total",
        "(ABS({sumOfParts}-{total})>{assumptions.tolerance})*1",
      ),
      check("rangeRises", "Low, likely and high are out of order", "({low}>{likely})+({likely}>{high})"),
      check("impossible", "More than the GPU has", "({inTokens}=0)*({measured}>{capacity})"),
    ],
  },
];
