export default ({ it, mark }) => {
  const sweepers = mark(new it.default({ sweep() {} }));
  sweepers.destroy();
};
