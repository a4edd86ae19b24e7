export function every(milliseconds: number, task: () => void): NodeJS.Timeout {
  return setInterval(task, milliseconds);
}
