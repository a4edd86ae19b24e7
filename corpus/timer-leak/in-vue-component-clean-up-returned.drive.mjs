export const page = true;
export default ({ it, mountVue }) => mountVue(it.default);
