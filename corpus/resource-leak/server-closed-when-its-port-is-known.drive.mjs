export default ({ it }) => it.freePort();
