const connect = require('connect');
const app = connect();

app.use((req, res, next) => {
  const note = () => console.log(req.url);
  process.on('SIGUSR2', note);
  res.on('close', () => process.removeListener('SIGUSR2', note));
  next();
});
app.use((error, req, res, next) => {
  req.on('close', () => console.error(error));
  next(error);
});
