export { before, started } from './hapi-handlers.drive.mjs';
export default ({ visit }) => visit({ method: 'GET', path: '/news', leave: false });
