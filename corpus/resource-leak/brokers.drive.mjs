// The brokers of amqplib and mqtt speak their protocols; those of kafkajs and bullmq are played by their clients.
const client = `
  constructor() { this.socket = null; }
  heard() {}
  async connect() { this.socket = require('net').connect(9092).on('data', () => this.heard()); }
  async send() {}
  async add() { await this.connect(); }
  async disconnect() { this.socket.destroy(); }`;
export const files = {
  'node_modules/kafkajs/index.js': `class Producer { ${client} }\nexports.Kafka = class { producer() { return new Producer(); } };`,
  'node_modules/bullmq/index.js': `exports.Queue = class {\n  constructor() { this.socket = require('net').connect(6379).on('data', () => this.heard()); }\n  heard() {}\n  async add() {}\n};`,
};
export const lives = 8;
export const together = 1;
export default ({ visitAll }) => visitAll({ method: 'GET', patience: 100 });
