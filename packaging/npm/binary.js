'use strict';

/** The path of the program: LEAKLINT_BINARY if that is set, else that of the package for this platform. */
exports.binaryPath = function binaryPath() {
  if (process.env.LEAKLINT_BINARY) return process.env.LEAKLINT_BINARY;
  const name = `@leaklint/${process.platform}-${process.arch}`;
  try {
    return require.resolve(`${name}/leaklint${process.platform === 'win32' ? '.exe' : ''}`);
  } catch {
    const packages = Object.keys(require('./package.json').optionalDependencies ?? {});
    throw new Error(packages.includes(name)
      ? `the package ${name} is not installed, which holds the program; install leaklint again on this machine, without --omit=optional`
      : `there is no package with the program for ${process.platform}-${process.arch}, only ${packages.join(', ')}; build leaklint and name the binary in LEAKLINT_BINARY`);
  }
};
