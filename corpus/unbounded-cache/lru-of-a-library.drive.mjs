// It is full when five hundred have come.
export const warmUp = 520;
export default ({ visit }) => visit();
export const together = 8;
