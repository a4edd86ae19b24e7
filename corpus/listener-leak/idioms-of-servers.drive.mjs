export const files = {
  'node_modules/kafkajs/index.js': `
    exports.Kafka = class { consumer() { return { run: async () => {}, disconnect: async () => {} }; } };`,
};
export default ({ webSocket }) => webSocket();
