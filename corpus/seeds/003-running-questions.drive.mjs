export default ({ visit, text }) => visit({ method: 'GET', path: `/people/${text}` });
