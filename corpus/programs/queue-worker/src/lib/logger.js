const isQuiet = process.env.QUIET === '1';

function line(level, text, fields) {
  const time = new Date().toISOString();
  return `${time} ${level} ${text} ${fields ? JSON.stringify(fields) : ''}\n`;
}

exports.info = (text, fields) => {
  if (!isQuiet) process.stdout.write(line('info', text, fields));
};

exports.failure = (text, error) => {
  process.stderr.write(line('error', text, { message: error.message }));
};
