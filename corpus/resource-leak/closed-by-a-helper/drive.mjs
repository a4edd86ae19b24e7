export const entry = 'read.mjs';
export const files = { data: 'text' };
export default ({ it }) => it.read('data');
