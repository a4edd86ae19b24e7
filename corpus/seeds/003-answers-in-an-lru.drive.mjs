export const warmUp = 520;
export const together = 8;
export default ({ visit, number, text }) => visit({ method: 'GET', path: `/people/${text}` });
