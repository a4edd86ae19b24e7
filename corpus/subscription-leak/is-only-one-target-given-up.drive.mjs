export const page = true;
export { default, started } from './is-each-target-given-up.drive.mjs';
