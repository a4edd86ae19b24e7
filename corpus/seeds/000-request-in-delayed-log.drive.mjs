export default ({ it, mark, number }) => it.default(mark({ id: number }, 'request'), 'done');
