// A folder can be opened, but not read.
export default ({ it }) => it.firstLine('.').catch(() => {});
