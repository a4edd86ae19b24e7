var shared = {};
