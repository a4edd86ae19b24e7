// Here `request` is no life of the server's: it is the answer's question, and its timer.
const limits = { request: { timeout: 5000 } };

export function describe() {
  const { request } = limits;
  setTimeout(() => console.log(request.timeout), 10_000);
}
