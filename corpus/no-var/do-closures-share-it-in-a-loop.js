function watch(buttons) {
  for (var i = 0; i < buttons.length; i++) { // leak: no-var "`let` or `const`"
    buttons[i].onclick = () => console.log(i);
  }
}
