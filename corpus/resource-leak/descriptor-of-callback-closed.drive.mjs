export default ({ it }) => new Promise((resolve) => it.touch('data', resolve));
