const levels = ['debug', 'info', 'warn', 'error'];
const least = levels.indexOf(process.env.LOG_LEVEL ?? 'info');

function write(level, text, details) {
  if (levels.indexOf(level) < least) return;
  process.stdout.write(`${level} ${text}${details ? ` ${JSON.stringify(details)}` : ''}\n`);
}

export const log = {
  info: (text, details) => write('info', text, details),
  warn: (text, details) => write('warn', text, details),
  error: (text, details) => write('error', text, details),
};
