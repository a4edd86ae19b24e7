// A list of routes grows with the program's text; each entry is made of what the caller gives.
const routes = [];

exports.route = (path, handler) => {
  routes.push({ path, handler }); // leak: unbounded-cache (false alarm)
};
