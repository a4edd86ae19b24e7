const { EventEmitter } = require('events');
const bus = new EventEmitter();

bus.on('change', () => console.log('changed'), { label: 'log' });
