export const files = { 'huge-tariffs.json': JSON.stringify({ north: { perHour: 3 }, south: { perHour: 2 } }) };
export default ({ visit }) => visit({ method: 'GET', path: '/tariffs/north' });
