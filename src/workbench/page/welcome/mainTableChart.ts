// The first sheet's chart: the main table, stacked by precision.

export const mainTableChart = {
  id: "main-table-chart",
  col: 6,
  row: 4,
  offset: { x: 20, y: 0 },
  width: 440,
  height: 360,
  tag: "chart",
  data: {
    type: "bar",
    chartId: "main-table-chart",
    title: { text: "Training memory, GB" },
    dataSource: {
      type: "range",
      dataSets: [15, 16, 17, 18, 19].map((row) => ({ dataRange: `B${row}:D${row}`, dataSetId: String(row) })),
      labelRange: "B14:D14",
      dataSetsHaveTitle: true,
    },
    dataSetStyles: {},
    stacked: true,
    horizontal: false,
    legendPosition: "bottom",
    aggregated: false,
    humanize: false,
  },
};
