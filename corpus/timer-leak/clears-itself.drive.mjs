export default ({ connect }) => connect({ stay: 40 });
