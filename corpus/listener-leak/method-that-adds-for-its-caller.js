function on(emitter, type, listener) {
  if (emitter.addEventListener) return emitter.addEventListener(type, listener, false);
  const map = emitter.handlers || (emitter.handlers = {});
  map[type] = (map[type] || []).concat(listener);
}
function off(emitter, type, listener) {
  if (emitter.removeEventListener) emitter.removeEventListener(type, listener, false);
  else emitter.handlers[type] = emitter.handlers[type].filter((other) => other !== listener);
}

// What is added is the caller's to remove, by the method beside it.
exports.mixEvents = function (constructor) {
  constructor.prototype.on = function (type, listener) { on(this, type, listener); };
  constructor.prototype.off = function (type, listener) { off(this, type, listener); };
};
