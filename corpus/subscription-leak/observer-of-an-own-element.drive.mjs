export const page = true;
export default ({ it, view }) => it.measure(view());
