// A client that needs no closing; for all that the case says, there are such.
export const files = {
  'node_modules/some-database/index.js': 'exports.Client = class { async query() { return "1"; } };',
};
export default ({ visit }) => visit({ method: 'GET' });
