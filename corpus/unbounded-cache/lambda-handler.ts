import type { APIGatewayProxyHandler, SQSHandler } from 'aws-lambda';

const answers = new Map<string, unknown>();
const seen: string[] = [];

export const handler: APIGatewayProxyHandler = async (event, context) => {
  answers.set(context.awsRequestId, event.body); // leak: unbounded-cache "for every invocation"
  const headers = new Map();
  headers.set('content-type', 'text/plain');
  return { statusCode: 200, body: '' };
};

export const consume: SQSHandler = async (event) => {
  for (const record of event.Records) seen.push(record.messageId);
  if (seen.length > 1000) seen.length = 0;
};
