export const warmUp = 1040;
export default ({ visit }) => visit({ headers: {} });
export const together = 8;
