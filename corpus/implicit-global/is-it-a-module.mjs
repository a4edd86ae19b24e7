export function run() {
  total = 1;
}
