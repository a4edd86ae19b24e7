export const page = true;
// In a page these are the window's own.
export const before = () => {
  for (const name of ['addEventListener', 'removeEventListener']) globalThis[name] = window[name].bind(window);
};
export default ({ it, mark }) => mark(new it.Transport(mark({ close() {} }))).close();
