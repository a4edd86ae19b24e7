export const page = true;
export const started = (it) => customElements.define('own-columns', it.Columns);
export default ({ mark }) => {
  const columns = mark(document.createElement('own-columns'), 'view');
  Object.assign(columns, { left: document.head, right: document.body });
  document.body.append(columns);
  columns.remove();
};
