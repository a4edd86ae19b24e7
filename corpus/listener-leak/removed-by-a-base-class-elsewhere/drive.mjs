export const page = true;
export default ({ it, mark }) => {
  const map = mark(new it.Map());
  map.connectedCallback();
  map.disconnectedCallback();
};
