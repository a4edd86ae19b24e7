// The file does all at start-up; nothing is left that could be repeated.
export default () => {};
