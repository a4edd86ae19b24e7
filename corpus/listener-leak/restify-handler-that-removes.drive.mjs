export default ({ visit }) => visit({ method: 'GET', path: '/news', body: undefined });
