export const before = () => { process.env.OPTIONS = '{"devtools":true}'; };
export default ({ visit }) => visit();
