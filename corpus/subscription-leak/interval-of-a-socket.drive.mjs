// What each subscriber keeps is its connection.
export const gauge = 'connection';
export default ({ connect }) => connect();
