export default ({ visit }) => visit({ method: 'GET', path: '/', server: 0 });
