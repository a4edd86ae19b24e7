export const page = true;
export default ({ it, mark }) => {
  const dialog = mark(new it.Dialog());
  dialog.open();
  dialog.close();
};
