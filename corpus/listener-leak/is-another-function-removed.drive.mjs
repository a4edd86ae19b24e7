export const page = true;
export { default } from './is-another-event-removed.drive.mjs';
