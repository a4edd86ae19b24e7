export default ({ it, text }) => it.print(text, ['a', 'b']);
