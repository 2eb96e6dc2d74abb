// Services that Microsoft's client asks for beside the workbook.
import { choiceArgument } from "../arguments";
import { defineKind } from "../kind";

const APP_STATES = { Visible: true, Background: true, Inactive: true };

export const serviceKinds = [
  defineKind({
    name: "Microsoft.AppRuntime.AppRuntimeService",
    methods: {
      SetAppRuntimeState: ({ memory }, _, state) => {
        choiceArgument(state, APP_STATES, "Office.addin.showAsTaskpane");
        memory.appState = state as string;
      },
      GetAppRuntimeState: ({ memory }) => memory.appState,
    },
  }),
  defineKind({
    name: "Microsoft.AppRuntime.AppRuntimePersistenceService",
    methods: {
      SetAppRuntimeStartState: ({ memory }, _, state) => {
        memory.startState = String(state);
      },
      GetAppRuntimeStartState: ({ memory }) => memory.startState,
    },
  }),
  defineKind({
    name: "Microsoft.InternalService.AddinInternalService",
    methods: { NotifyActionHandlerReady: () => undefined },
  }),
];
