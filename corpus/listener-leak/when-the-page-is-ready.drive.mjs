export const page = true;
export default ({ it, view }) => {
  const shown = view();
  it.whenReady(() => shown.update());
};
