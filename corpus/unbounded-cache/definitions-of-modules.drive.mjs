// Modules are defined by the program's text, once for each start of the program.
export const started = (it) => it.defineModule('one', [], () => {});
export default () => {};
