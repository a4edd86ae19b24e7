export const files = { data: 'one\ntwo\n' };
export default ({ it }) => it.show('data');
