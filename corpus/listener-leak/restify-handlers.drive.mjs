export default ({ visit }) => visit({ method: 'GET', path: '/a' });
