export const page = true;
export default ({ it, view }) => {
  const shown = view();
  const handle = it.decouple('scroll', () => shown.update());
  window.removeEventListener('scroll', handle, false);
};
