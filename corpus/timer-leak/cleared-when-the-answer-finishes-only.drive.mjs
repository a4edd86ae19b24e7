export default ({ visit }) => visit({ method: 'GET', leave: true });
