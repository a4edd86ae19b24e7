process.env.DELAY = '60000';
export default ({ visit }) => visit();
