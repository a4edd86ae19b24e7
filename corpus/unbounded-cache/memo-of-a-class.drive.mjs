export default ({ it, text }) => new it.Parser().parse(text);
