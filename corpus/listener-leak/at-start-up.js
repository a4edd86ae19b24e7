const { EventEmitter } = require('events');
const bus = new EventEmitter();

process.on('SIGTERM', () => process.exit(0));
bus.on('reload', () => console.log('reloading'));
