export default ({ mark, text }) => {
  for (const command of ['start', 'work']) process.emit('message', mark({ command, type: 'told', path: text }));
};
