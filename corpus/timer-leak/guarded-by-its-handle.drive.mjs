export default ({ it }) => it.start();
