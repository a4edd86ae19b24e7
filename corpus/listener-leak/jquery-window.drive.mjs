export const page = true;
export default ({ it, mark }) => {
  const menu = mark({ fit() {}, close() {}, button: document.createElement('button') }, 'view');
  it.openMenu(menu);
  it.openDialog(mark({ close() {} }, 'view'));
  it.closeDialog();
};
