exports.parse = function (text) {
  if (text) {
    let parsed = JSON.parse(text);
    console.log(parsed);
  }
  parsed = null; // leak: implicit-global
};
