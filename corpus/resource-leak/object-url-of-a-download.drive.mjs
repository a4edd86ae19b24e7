export const page = true;
export default ({ it }) => it.save(new Blob(['x'.repeat(9000)]));
