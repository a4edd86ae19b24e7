export default ({ visit }) => visit({ method: 'GET', path: '/', body: { ids: ['a', 'b'] } });
