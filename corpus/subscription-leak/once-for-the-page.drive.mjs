export const page = true;
export default () => {};
