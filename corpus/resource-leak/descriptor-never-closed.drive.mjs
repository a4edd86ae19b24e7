export const files = { data: 'text' };
export default ({ it }) => it.size('data');
