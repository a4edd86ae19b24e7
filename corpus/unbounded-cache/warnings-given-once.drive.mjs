// What is warned of are the program's own lists, a handful.
console.warn = () => {};
export default ({ it, number }) => it.render({}, number % 4);
