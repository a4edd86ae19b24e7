function mustPay(owed) {
  if (owed == null) return false;
  if (typeof owed !== 'number') throw new TypeError('what is owed must be a number');
  if (owed === 0) return false;
  return owed > 0;
}

module.exports = mustPay;
