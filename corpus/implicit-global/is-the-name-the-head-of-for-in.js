exports.keys = function (object) {
  const result = [];
  for (key in object) result.push(key); // leak: implicit-global
  return result;
};
