export default ({ it }) => it.describe();
