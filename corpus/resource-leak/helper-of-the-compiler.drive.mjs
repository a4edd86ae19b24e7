export const files = {
  'node_modules/some-archive/index.js': 'exports.open = (path, options, then) => then(null, { readEntry() {} });',
};
export default async ({ it, visit, world }) => {
  it.check('orders.zip');
  await visit({ method: 'GET', path: `${world.folder}/package.json` });
};
