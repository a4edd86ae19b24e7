export const page = true;
export default ({ it, text }) => it.listen(text, () => {});
