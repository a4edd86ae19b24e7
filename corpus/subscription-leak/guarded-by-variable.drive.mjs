export const page = true;
export default ({ it, view }) => {
  const shown = view();
  it.watch(() => shown.update());
};
