let hub;
export const started = (it) => { hub = new it.default(); };
export default ({ mark }) => hub.ask({ send: (id) => mark(hub.waiting[id], 'listener')('an answer') });
export const gauge = 'listener';
