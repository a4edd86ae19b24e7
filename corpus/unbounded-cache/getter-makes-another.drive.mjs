export default ({ it, text }) => new it.default().create(new Error(text));
