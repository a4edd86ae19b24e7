export const page = true;
export default ({ it, mark }) => {
  const menu = mark(new it.Menu(), 'view');
  menu.root = document.body;
  menu.componentDidMount();
  menu.componentWillUnmount();
};
