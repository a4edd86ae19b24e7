// As TypeScript writes it: it awaits the result itself, where `await using` asks for that.
var __disposeResources = (this && this.__disposeResources) || (function (Suppressed) {
  return function (env) {
    function next() {
      const resource = env.stack.pop();
      if (resource && resource.async) return Promise.resolve(resource.dispose()).then(next, (error) => { throw new Suppressed(error); });
    }
    return next();
  };
})(Error);
exports.render = function (page) {
  const env = { stack: [page] };
  try {
    return page.text();
  } finally {
    __disposeResources(env);
  }
};
