import { scryptSync, timingSafeEqual } from 'node:crypto';
import express, { Request, Response } from 'express';

interface User {
  salt: Buffer;
  key: Buffer;
}
declare const users: { find(name: string): User };

const app = express();
app.post('/login', (req: Request, res: Response) => {
  const user = users.find(req.body.name);
  const key = scryptSync(req.body.password, user.salt, 64); // leak: blocking-call "derives a key on the main thread"
  res.sendStatus(timingSafeEqual(key, user.key) ? 204 : 401);
});
