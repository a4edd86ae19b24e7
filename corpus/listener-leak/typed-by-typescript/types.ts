export type { Parts as ServerParts } from './parts';
export * from './tracker';
