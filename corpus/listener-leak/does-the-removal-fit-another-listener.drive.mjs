export const page = true;
// The views go, and what they stand on stays.
const place = {};
export default ({ it, mark }) => {
  const panel = mark(new it.Panel(), 'view');
  panel.root = place.root = document.body;
  panel.mount();
  panel.settle();
};
