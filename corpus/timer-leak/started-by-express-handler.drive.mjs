export default ({ visit }) => visit({ method: 'GET', path: '/progress', leave: true });
