export default ({ visit }) => visit({ path: '/?names=one&names=other' });
