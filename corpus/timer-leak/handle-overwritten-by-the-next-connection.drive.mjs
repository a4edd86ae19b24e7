// Connections overlap, or the variable would do.
export const together = 4;
export default ({ connect }) => connect({ stay: 25 });
