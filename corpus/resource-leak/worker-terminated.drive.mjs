export const files = { 'render.js': "require('worker_threads').parentPort.on('message', () => {}).postMessage('<p>hello</p>');" };
export const lives = 4;
export const settle = 150;
export default ({ visit }) => visit({ method: 'GET', patience: 400 });
