export default ({ visit }) => visit();
