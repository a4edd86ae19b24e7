export default ({ it, text }) => it.parse(text);
