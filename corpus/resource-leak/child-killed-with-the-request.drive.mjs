export const lives = 4;
export const settle = 100;
export default ({ visit }) => visit({ method: 'GET' });
