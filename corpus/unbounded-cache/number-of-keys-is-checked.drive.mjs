export const warmUp = 120;
export default ({ visit, number }) => visit({ headers: { host: `host-${number}` } });
export const together = 8;
