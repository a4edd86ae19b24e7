// Each life is a tick or two.
export const clock = 'fast';
export default ({ sleep }) => sleep(3);
