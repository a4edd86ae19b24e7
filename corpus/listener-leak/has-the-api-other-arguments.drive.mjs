export const files = { 'node_modules/some-router/index.js': 'exports.on = () => {};' };
export default ({ it }) => it.route('GET', '/', {}, () => {}, {});
