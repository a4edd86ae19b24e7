export const page = true;
export default ({ it, mount }) => mount(it.Panel, { element: document.body, layout() {} });
