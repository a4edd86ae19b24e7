function go(url) {
  document.title = url;
  location = url;
  name = 'main';
  onresize = null;
}
