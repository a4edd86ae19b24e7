export default ({ visit, text }) => visit({ method: 'POST', path: '/orders', body: { text } });
