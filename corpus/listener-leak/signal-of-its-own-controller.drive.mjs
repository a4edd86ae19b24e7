export default ({ it, mark }) => it.toPromise(mark({ subscribe: (next) => setImmediate(next) }));
