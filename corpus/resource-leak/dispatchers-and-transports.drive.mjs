export const lives = 4;
export const warmUp = 4;
export default ({ visitAll }) => visitAll({ method: 'GET' });
