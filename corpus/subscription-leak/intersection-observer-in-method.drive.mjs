export const page = true;
export default ({ it, mark }) => mark(new it.Feed()).mount();
