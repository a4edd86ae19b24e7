function read({ body }) {
  var { name, tags: [first = 'none'], ...rest } = body; // leak: no-var "`const`"
  return [name, first, rest];
}
