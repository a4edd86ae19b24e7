// The store that the file imports is the application's own.
export const files = {
  'store.js': 'const run = new Set();\nexport const store = { subscribe(listener) { run.add(listener); return () => run.delete(listener); } };\n',
};
export const gauge = 'view';
export default ({ it, view }) => it.mount(view());
