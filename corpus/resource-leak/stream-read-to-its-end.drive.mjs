export const files = { data: 'one\ntwo\n' };
export default ({ it }) => it.count('data');
