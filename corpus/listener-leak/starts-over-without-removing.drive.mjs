export { default, started } from './removes-before-starting-over.drive.mjs';
