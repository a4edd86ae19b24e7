// The cache is full at 100 orders.
export const warmUp = 110;
export const together = 4;
export default ({ it, text }) => it.loader({ request: new Request(`http://remix.test/orders/${text}`), params: { id: text } });
