// What `Office.context.requirements.isSetSupported` answers: the oldest Excel that the add-in means to run in
// (Office 2021). Members beyond these sets are refused by Microsoft's client itself.

export type RequirementSets = Readonly<Record<string, string>>;

export const BASELINE_SETS: RequirementSets = {
  ExcelApi: "1.9",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.3",
  RichApiRuntime: "1.1",
};
