export default ({ visit }) => visit({ method: 'POST' });
