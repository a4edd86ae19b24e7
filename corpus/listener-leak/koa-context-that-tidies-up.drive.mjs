export { before, started } from './koa-middleware.drive.mjs';
export default ({ visit }) => visit({ method: 'GET', path: '/orders' });
