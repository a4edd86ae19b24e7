export default ({ connect }) => connect();
