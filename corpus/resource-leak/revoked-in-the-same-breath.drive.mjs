export default ({ it }) => it.identifier();
