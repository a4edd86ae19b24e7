import type { SQSHandler } from 'aws-lambda';

const latest: string[] = [];

export const handler: SQSHandler = async (event) => {
  for (const record of event.Records) {
    latest.push(record.messageId);
    if (latest.length > 50) latest.shift();
  }
};
