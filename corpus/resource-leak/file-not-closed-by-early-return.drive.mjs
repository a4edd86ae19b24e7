export const files = { data: '' };
export default ({ it }) => it.isEmpty('data');
