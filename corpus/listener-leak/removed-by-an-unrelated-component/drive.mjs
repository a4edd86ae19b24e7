export const page = true;
let Toolbar;
export const started = async (it, world) => ({ Toolbar } = await import(`${world.folder}/toolbar.mjs`));
export default ({ it, mark }) => {
  const chart = mark(new it.Chart());
  const toolbar = mark(new Toolbar());
  chart.connectedCallback();
  toolbar.mount();
  toolbar.unmount();
  chart.disconnectedCallback();
};
