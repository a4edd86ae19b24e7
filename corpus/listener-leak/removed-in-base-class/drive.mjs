export const page = true;
export default ({ it, mark }) => {
  const chart = mark(new it.Chart());
  chart.show();
  chart.dispose();
};
