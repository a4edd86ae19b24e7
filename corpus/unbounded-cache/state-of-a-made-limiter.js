// A limiter is made once and asked again and again; each user leaves an entry.
module.exports = function makeLimiter(interval) {
  const last = {};
  return function (userId) {
    const now = Date.now();
    const isTooSoon = now - (last[userId] || 0) < interval;
    last[userId] = { now, isTooSoon }; // leak: unbounded-cache
    return isTooSoon;
  };
};
