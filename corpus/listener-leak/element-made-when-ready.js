module.exports = function confirmDate(picker) {
  let button;
  return {
    onKeyDown(event) {
      if (event.target === button) picker.close();
    },
    onReady() {
      button = picker.createElement('div', 'confirm');
      button.addEventListener('click', picker.close);
      picker.container.appendChild(button);
    },
  };
};
