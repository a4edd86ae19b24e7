const environment = process.env;

export const port = Number(environment.PORT ?? 8080);
export const transcriptFolder = environment.TRANSCRIPTS ?? 'transcripts';
export const heartbeatEvery = 15_000;
export const messagesPerSecond = 50;
export const historyLength = 50;
