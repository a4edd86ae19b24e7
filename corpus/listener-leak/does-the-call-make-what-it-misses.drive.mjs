export default ({ sleep }) => sleep(3);
