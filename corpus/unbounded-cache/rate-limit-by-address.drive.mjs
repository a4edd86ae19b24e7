export default ({ visit, text }) => visit({ method: 'GET', headers: { 'x-visitor': text } });
