// The map is full at 1000 visitors.
export const warmUp = 1010;
export default ({ it, text }) =>
  it.default.fetch(new Request('http://worker.test/orders', { headers: { 'cf-connecting-ip': text } }));
