// Nobody sends the signal here: the handler is there once, and writes a file when asked.
export default () => {};
