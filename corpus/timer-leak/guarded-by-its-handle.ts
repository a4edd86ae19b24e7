let timer: NodeJS.Timeout | undefined;

export function start(): void {
  if (timer) return;
  timer = setInterval(() => console.log('alive'), 1000);
}
