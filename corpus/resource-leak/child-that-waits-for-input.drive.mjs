export const lives = 4;
export default ({ visit }) => visit({ method: 'GET' });
