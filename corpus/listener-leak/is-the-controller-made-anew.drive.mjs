// Every other time what is navigated to cannot be loaded, and the removal is passed over.
let router;
export const started = (it) => {
  let turn = 0;
  const load = async () => { if (++turn % 2 === 0) throw new Error('not found'); };
  router = it.createRouter(Object.assign(load, { stop() {} }));
};
export default () => router.navigate().catch(() => {});
