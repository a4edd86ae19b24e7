const visits = [];

export default function handler(req, res) {
  visits.push(req.headers); // leak: unbounded-cache "for every request"
  res.status(200).json({ count: visits.length });
}
