export const page = true;
export default ({ it, mount }) => mount(it.Feed, { load() {} });
