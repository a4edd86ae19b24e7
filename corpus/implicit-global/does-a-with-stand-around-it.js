exports.fill = function (form, value) {
  with (form) {
    title = value; // most likely a property of the form
  }
};
