import bcrypt from 'bcrypt';
import { Router } from 'express';

const router = Router();
router.post('/accounts', async (req, res) => {
  const hash = bcrypt.hashSync(req.body.password, 12); // leak: blocking-call "hashes a password"
  res.json({ hash });
});
export default router;
