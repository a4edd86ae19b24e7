export const files = { 'huge-tariffs.json': JSON.stringify({ a: { zones: [1, 2] }, b: { zones: [3] } }) };
export default ({ visit }) => visit({ path: '/tariffs' });
