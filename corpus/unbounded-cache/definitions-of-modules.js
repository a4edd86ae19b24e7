// A loader's table of modules: as many as the program has.
const modules = {};
const order = [];

exports.defineModule = function (id, dependencies, make) {
  modules[id] = { id, dependencies, make }; // leak: unbounded-cache (false alarm)
  order.push({ id, at: Date.now() }); // leak: unbounded-cache (false alarm)
};
