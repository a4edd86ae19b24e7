export {};
declare global {
  var cache: Map<string, string>;
}
