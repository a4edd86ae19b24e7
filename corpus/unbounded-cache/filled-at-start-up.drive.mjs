export const files = { 'templates/index.html': '<p>hello</p>' };
export default ({ visit }) => visit();
