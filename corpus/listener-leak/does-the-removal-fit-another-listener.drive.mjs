export const page = true;
export default ({ it, mark }) => {
  const panel = mark(new it.Panel(), 'view');
  panel.root = document.body;
  panel.mount();
  panel.settle();
};
