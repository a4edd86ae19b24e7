exports.toggle = function (isOn) {
  if (isOn) state = 'on'; // leak: implicit-global
  else state = 'off'; // leak: implicit-global
  return state;
};
