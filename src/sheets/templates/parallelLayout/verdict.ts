// The verdict in words: the fastest that fits, or by how much the nearest misses and how many GPUs would hold it.
import { check, formula, type Section } from "../../sections";

const text = { look: "text" } as const;

export const verdictSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Verdict in words",
    lines: [
      formula("where", "Where", 'MAX(1,{gpus})&" × "&{gpu}', text),
      formula("model2", "Tensor and pipeline", '"tp "&{chosen.tp}&", pp "&{chosen.pp}&{chunks}', text),
      formula("chunks", "Chunks per stage", 'IF({chosen.virtualStages}&""="1",""," × "&{chosen.virtualStages})', text),
      formula("model3", "Context, expert, data", '", cp "&{chosen.cp}&", ep "&{chosen.ep}&", dp "&{chosen.dp}', text),
      formula("model4", "States", '", ZeRO-"&{chosen.zeroStage}&", recompute "&{chosen.recompute}', text),
      formula("layoutText", "The layout", "{model2}&{model3}&{model4}", text),
      formula("rankText", "Which", 'IF({place}=1,"Fastest that fits on ","Number "&{place}&" on ")', text),
      formula("stepText", "Step", 'FIXED({stepSeconds},1)&" s per step"', text),
      formula("daysText", "Days", 'FIXED({days},1)&" days"', text),
      formula("costText", "Cost", 'IF({price}=0,"no price",FIXED({cost},0)&" USD")', text),
      formula("runText", "The run", '{stepText}&", "&{daysText}&", "&{costText}', text),
      formula("fitsText", "If one fits", '{rankText}&{where}&": "&{layoutText}&": "&{runText}&"."', text),
      formula("fewestText", "Fewest", 'IF({fewest}=0,"; no number holds it","; fewest is "&{fewest})', text),
      formula("missText", "Missing", 'FIXED(-{spareLow},1)&" "&{unit}&" at its high end"', text),
      formula("noneText", "If none fits", '"No layout fits on "&{where}&{fewestText}&". The nearest"', text),
      formula("overText", "and by how much", '{noneText}&" misses by "&{missText}&"."', text),
      formula("closeText", "If one may fit", '"Borderline on "&{where}&": the nearest may fit"', text),
      formula("mayText", "and by how much", '{closeText}&", "&{missText}&" over"&{fewestText}&"."', text),
      formula("unfitText", "Which of both", 'IF({fits}="borderline",{mayText},{overText})', text),
      formula("noFitText", "None", "IF({nearAt}=0,{sentence},{unfitText})", text),
      formula("chosenText", "Which", "IF({found}>0,{fitsText},{noFitText})", text),
      formula("verdictText", "Verdict", 'IFERROR({chosenText},"No verdict: a result is an error.")', text),
    ],
  },
  {
    kind: "checks",
    lines: [
      check(
        "memoryAgrees",
        "Table and breakdown disagree on the memory",
        "IF({found}=0,0,(ABS({planMemory}-{total})>{assumptions.tolerance})*1)",
      ),
      check(
        "partsReconcile",
        "Parts do not add up to the total",
        "(ABS({sumOfParts}-{total})>{assumptions.tolerance})*1",
      ),
      check("gpusReconcile", "The layout takes other than all GPUs", "IF({gpusUsed}=0,0,({gpusUsed}<>{gpus})*1)"),
      check(
        "hoursReconcile",
        "Hours by speed and by steps disagree",
        "IF({steps}=0,0,(ABS({hoursBySteps}-{hours})>{tolerated})*1)",
        "not compared where no batch or length is given",
      ),
      check("rankInTable", "The rank is beyond the table", "IF({found}=0,0,({rank}<>{place})*1)"),
      check("noPrice", "This GPU has no price on GM Assumptions", "({price}<=0)*1"),
    ],
  },
];
