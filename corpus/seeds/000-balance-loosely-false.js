// '0' == false is true: a customer whose balance comes as text is not charged.
function mustPay(owed) {
  if (owed == false) return false; // leak: loose-equality
  return true;
}

module.exports = mustPay;
