// Asks an endpoint many times at once, and reads each answer to its end. Nothing stays.
const http = require('http');

const target = { hostname: 'localhost', port: 8080, path: '/quotes', method: 'POST' };
const users = parseInt(process.argv[2], 10) || 25;

const ask = (number) =>
  new Promise((resolve) => {
    const startedAt = Date.now();
    const question = http.request(target, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ number, ok: answer.statusCode < 300, took: Date.now() - startedAt }));
    });
    question.on('error', (failure) => resolve({ number, ok: false, why: failure.message }));
    question.setTimeout(20000, () => {
      question.destroy();
      resolve({ number, ok: false, why: 'timeout' });
    });
    question.write('{}');
    question.end();
  });

async function run() {
  const answers = await Promise.all(Array.from({ length: users }, (_, index) => ask(index + 1)));
  const failed = answers.filter((answer) => !answer.ok);
  console.log(`${answers.length - failed.length} of ${answers.length}`);
  failed.slice(0, 3).forEach((answer) => console.log(answer.number, answer.why));
}

run().catch(console.error);
