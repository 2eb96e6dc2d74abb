// window.external: the native side of Office.js in Excel for Windows, as Microsoft's unmodified client calls it.
import type { RequirementSets } from "./requirementSets";
import type { Batch, BatchResponse } from "./wire";

export interface OfficeTheme {
  readonly background: number;
  readonly text: number;
}

/** One event, as the client's handler for messages takes it. */
export interface Message {
  readonly category: number;
  readonly type: number;
  readonly target: string;
  readonly message: object;
}

interface ExternalHost {
  readonly sets: RequirementSets;
  readonly theme: () => OfficeTheme;
  readonly execute: (batch: Batch) => Promise<BatchResponse>;
}

type Handler = (id: number, payload: unknown) => void;

const SYNC = 93;
const INTERNAL_ERROR = 5001;
const RICH_API_MESSAGE = 33;
/** type$platform$file version$locale$correlation$isDialog$disableLogging$flags; flag 1: a shared runtime. */
const HOST_INFO = "Excel$Win32$16.01$en-US$$$disableLogging$1";

/** Everything that comes from the native side is a SafeArray. */
const safeArray = (items: readonly unknown[]) => ({ toArray: () => items, dimensions: () => 1 });

export function externalFor(host: ExternalHost) {
  const handlers = new Map<string, Handler>();
  const context = contextOf(host);
  const external = {
    GetHostInfo: () => HOST_INFO,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, parameters: readonly (readonly unknown[])[], done: (answer: unknown) => void) => {
      if (id !== SYNC) return void setTimeout(() => done(INTERNAL_ERROR), 0);
      const body = JSON.parse(String(parameters[0]?.[4])) as Batch;
      host.execute(body).then(
        (response) => done(safeArray([0, safeArray([200, safeArray([]), JSON.stringify(response)])])),
        () => done(safeArray([INTERNAL_ERROR, ""])),
      );
    },
    RegisterEvent: (id: number, target: string, handler: Handler, done: (status: number) => void) => {
      handlers.set(`${id}|${target}`, handler);
      setTimeout(() => done(0), 0);
    },
    UnregisterEvent: (id: number, target: string, done: (status: number) => void) => {
      handlers.delete(`${id}|${target}`);
      setTimeout(() => done(0), 0);
    },
  };
  const fire = (messages: readonly Message[]) => {
    const entries = messages.map(({ category, type, target, message }) =>
      safeArray([category, type, target, JSON.stringify(message), 0, false]),
    );
    handlers.get(`${RICH_API_MESSAGE}|`)?.(RICH_API_MESSAGE, safeArray(entries));
  };
  return { external, fire, handlerOf: (id: number) => handlers.get(`${id}|`) };
}

/** What the client asks about the program and the document. */
function contextOf({ sets, theme }: ExternalHost) {
  const settings = new Map<string, unknown>();
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => "workbench",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => "en-us",
    GetAppDataLocale: () => "en-us",
    GetDocUrl: () => "Workbench.xlsx",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetHostFullVersion: () => "16.0.0.0",
    GetInitialDisplayMode: () => 2,
    GetInstanceId: () => "workbench",
    GetCorrelationId: () => "",
    GetSupportedMatrix: () => JSON.stringify(sets),
    GetOfficeThemeInfo: () => {
      const { background, text } = theme();
      return JSON.stringify({
        bodyBackgroundColor: background,
        bodyForegroundColor: text,
        controlBackgroundColor: background,
        controlForegroundColor: text,
      });
    },
    GetSettings: () => ({
      Read: (keys: string[], values: unknown[]) => {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: readonly string[], values: readonly unknown[]) => {
        settings.clear();
        keys.forEach((key, index) => settings.set(key, values[index]));
      },
    }),
  };
}
