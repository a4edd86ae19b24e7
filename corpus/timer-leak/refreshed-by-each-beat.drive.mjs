// It is watched while it beats.
export const clock = 'fast';
export default ({ connect }) => connect();
