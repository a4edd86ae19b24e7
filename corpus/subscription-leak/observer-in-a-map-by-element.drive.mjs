export const page = true;
export default ({ it, mark, view }) => {
  const element = mark(document.createElement('p'));
  it.attach(element, view());
  it.detach(element);
};
