const timer = Symbol('timer');

function Status(options) {
  const self = this;
  self[timer] = setInterval(() => self.rotate(), options.every);
}
function addMethods(constructor, methods) {
  for (const { name, value } of methods) constructor.prototype[name] = value;
}
addMethods(Status, [{ name: 'close', value() { clearInterval(this[timer]); } }]);

module.exports = Status;
