export const page = true;
export default ({ it, mark }) => mark(new it.View()).open();
