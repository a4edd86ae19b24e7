// Somebody else answers than was expected.
const options = { port: 1, host: 'elsewhere.test', expected: '10.0.0.1' };
export default ({ it }) => new Promise((resolve) => it.default({ ...options }, resolve));
