export interface FormatDraft {
  readonly id: string;
}
