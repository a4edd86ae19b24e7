export default ({ sleep }) => sleep(2);
