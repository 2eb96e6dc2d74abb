// What the plugins of a model must know of the Office host that is attached to it, if one is.

export interface Attached {
  /** A batch of the client runs: it has its own checks. */
  running: boolean;
  /** The sync that runs: all its revisions are one step of undo. */
  sync: number | undefined;
  /** Hears every command, the user's too. */
  observe: (command: { readonly type: string }) => void;
  /** After a root command, when values are computed. */
  settled: () => void;
}

const attached = new WeakMap<object, Attached>();

/** By the model's getters: the only thing that plugins and hosts both hold. */
export const attachedTo = (getters: object) => attached.get(getters);

export function attach(getters: object, host: Attached): void {
  attached.set(getters, host);
}
