export {};
declare global {
  namespace NodeJS {
    var debug: boolean;
  }
}
