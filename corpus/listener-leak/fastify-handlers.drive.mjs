let application;
export const before = (world) => world.recordMade('fastify', (made) => { application = made; });
export const started = () => application.ready();
export default ({ visit }) => visit({ method: 'GET', path: '/' });
