export { shows } from './000-missing-const.drive.mjs';
