const percent = new Intl.NumberFormat("en-US", {
  style: "percent",
  signDisplay: "exceptZero",
  maximumSignificantDigits: 3,
});

/** "+4.2%"; "" where there is no relative change. */
export const percentText = (change: number | undefined): string =>
  change === undefined ? "" : percent.format(change).replace("-", "−");
