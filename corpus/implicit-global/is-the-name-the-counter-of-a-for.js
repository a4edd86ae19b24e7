exports.count = function (list) {
  for (i = 0; i < list.length; i++) { // leak: implicit-global "i"
    console.log(list[i]);
  }
};
