export const page = true;
export default ({ it, mark }) => {
  mark(new it.Drag()).start();
  document.dispatchEvent(new MouseEvent('pointermove'));
  document.dispatchEvent(new MouseEvent('pointerup'));
};
