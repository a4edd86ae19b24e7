function connect(host, isLocal = host == 'localhost') { // leak: loose-equality
  return isLocal;
}
