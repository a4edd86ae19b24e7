export const page = true;
export default ({ it, view }) => {
  const dialog = view();
  it.trapFocus(dialog);
  dialog.onclose();
};
