setInterval(() => console.log(process.memoryUsage().heapUsed), 60_000);
setInterval(() => console.log('alive'), 60_000).unref();
