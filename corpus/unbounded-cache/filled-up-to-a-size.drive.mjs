export default ({ it, number }) => it.indent(number % 12);
