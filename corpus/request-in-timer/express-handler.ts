import express, { Request, Response } from 'express';

const app = express();

app.get('/orders', (req: Request, res: Response) => {
  setTimeout(() => console.log('audit', req.path), 5000); // leak: request-in-timer
  res.json([]);
});
