export const page = true;
export default ({ it }) => it.show(document.createElement('img'), new Blob(['x'.repeat(9000)]));
