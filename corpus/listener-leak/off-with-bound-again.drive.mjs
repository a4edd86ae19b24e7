export const page = true;
export default ({ it, mark }) => {
  const toolbar = mark(new it.Toolbar());
  toolbar.attach();
  toolbar.detach();
};
