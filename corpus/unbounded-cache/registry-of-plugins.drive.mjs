// Plugins are registered by the program's text, so that a life that registers one is a start of the program.
export const started = (it) => it.registerPlugin('one', { run() {} });
export default () => {};
