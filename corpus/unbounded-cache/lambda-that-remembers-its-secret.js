const cache = new Map();

async function secretOf(name) {
  if (!cache.has(name)) cache.set(name, await fetch(`http://secrets.test/${name}`)); // leak: unbounded-cache (false alarm)
  return cache.get(name);
}

exports.handler = async (event, context) => {
  const secret = await secretOf('database');
  const answers = new Map();
  answers.set(context.awsRequestId, event.body);
  return { statusCode: secret.ok ? 200 : 503, body: String(answers.size) };
};
