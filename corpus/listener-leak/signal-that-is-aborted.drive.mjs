export const page = true;
export default ({ it, view }) => {
  const menu = view();
  it.openMenu(menu);
  menu.onclose();
};
