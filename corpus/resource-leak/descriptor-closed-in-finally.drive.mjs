export const files = { data: 'text' };
export default ({ it }) => it.header('data');
