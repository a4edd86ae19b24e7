// Routes are named in the program's text, once for each start of the program.
export const started = (it) => it.route('/', () => {});
export default () => {};
