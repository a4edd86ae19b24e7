export const files = {
  'node_modules/some-peer/index.js': `
    exports.Peer = class extends require('events') {
      constructor(offer) { super(); this.offer = offer; }
      signal() {}
    };`,
};
let tracker;
export const started = (it) => { tracker = Object.assign(new it.default(), { send() {} }); };
export default ({ number, text, mark }) => {
  tracker.receive({ id: number, offer: mark({ text }) });
  tracker.peers[number] = tracker.create({ offer: mark({ text }) });
  tracker.receive({ id: number, answer: mark({ text }) });
};
