// The stream is read, and then let go without being cancelled.
export default ({ it, mark }) => {
  mark(it.readable().getReader()).releaseLock();
};
