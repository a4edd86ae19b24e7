export const files = { 'node_modules/some-broker/index.js': 'exports.connect = () => new (require("events"))();' };
export default ({ it, mark }) => {
  it.createClient('first', 'broker://first');
  it.createOther('second', 'broker://second');
  for (const { client } of Object.values(it.clients)) mark(client, 'resource').emit('error', new Error('lost'));
};
