export const warmUp = 120;
export default ({ visit }) => visit();
export const together = 8;
