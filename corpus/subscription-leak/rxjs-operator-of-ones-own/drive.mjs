export const entry = 'panel.ts.mjs';
export default ({ it, mark }) => {
  const panel = mark(new it.Panel(), 'view');
  panel.ngOnInit();
  panel.ngOnDestroy();
};
