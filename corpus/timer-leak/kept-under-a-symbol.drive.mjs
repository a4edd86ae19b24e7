export default ({ it, mark }) => {
  const status = mark(new it.default({ every: 60_000 }));
  status.close();
};
