export const files = { 'empty.txt': '' };
export default ({ visit }) => visit({ method: 'GET', path: '/', leave: false });
