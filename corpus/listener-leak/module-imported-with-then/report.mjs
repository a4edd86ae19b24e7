export function whole(url) {
  process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
}
export const part = (url) => {
  process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
};
export default function (url) {
  process.on('exit', () => console.log(url)); // leak: listener-leak "for every request"
}
