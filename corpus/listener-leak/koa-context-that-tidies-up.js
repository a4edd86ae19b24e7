const Koa = require('koa');
const Router = require('@koa/router');

const app = new Koa();
const router = new Router();

app.use(async (ctx, next) => {
  const note = (warning) => console.warn(ctx.path, warning.message);
  process.on('warning', note);
  try {
    await next();
  } finally {
    process.off('warning', note);
  }
});
router.get('/orders', (ctx) => {
  ctx.req.on('close', () => console.log('gone'));
  ctx.body = [];
});
app.on('error', (error) => console.error(error));
app.use(router.routes());
