export const before = (world) => { world.isElsewhereDown = true; };
export default ({ visit }) => visit({ method: 'GET' });
