export const files = {
  'node_modules/next/package.json': '{"type":"module","exports":{"./server":"./server.js"}}',
  'node_modules/next/server.js': 'export class NextResponse extends Response {}',
};
// The map is full at 200 orders.
export const warmUp = 210;
export const together = 4;
export default ({ it, text }) => it.GET(new Request(`http://next.test/orders?id=${text}`));
