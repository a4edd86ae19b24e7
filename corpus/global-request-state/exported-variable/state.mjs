export const state = { request: null };
