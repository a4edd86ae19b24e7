export const lives = 4;
export const warmUp = 4;
export const settle = 200;
export const files = { 'worker.js': "process.on('message', () => {});" };
export default ({ it }) => it.restart();
