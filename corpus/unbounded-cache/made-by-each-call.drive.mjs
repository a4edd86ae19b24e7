export default ({ it, mark, text }) => {
  const visitor = it.create(mark({ report() {} }));
  visitor.Identifier({ name: text, start: 1 });
  visitor.Program({});
};
