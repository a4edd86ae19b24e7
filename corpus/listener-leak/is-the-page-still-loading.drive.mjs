export const page = true;
export const before = async () => {
  if (document.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve));
};
export default ({ it, view }) => {
  const shown = view();
  it.whenLoaded(() => shown.update());
};
