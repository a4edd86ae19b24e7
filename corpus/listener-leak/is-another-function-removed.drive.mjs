export const page = true;
// The views go, and what they stand on stays.
const place = {};
export default ({ it, mark }) => {
  const menu = mark(new it.Menu(), 'view');
  menu.root = place.root = document.body;
  menu.componentDidMount();
  menu.componentWillUnmount();
};
