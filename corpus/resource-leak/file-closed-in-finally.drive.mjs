export const files = { data: 'text' };
export default ({ it }) => it.firstLine('data');
