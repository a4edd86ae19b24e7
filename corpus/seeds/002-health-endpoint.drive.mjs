export default ({ visit }) => visit({ method: 'GET', path: '/debug/memory' });
