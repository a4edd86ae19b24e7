export const warmUp = 24;
export default ({ visit }) => visit();
