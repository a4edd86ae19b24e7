export default ({ it, text }) => it.write('data', text);
