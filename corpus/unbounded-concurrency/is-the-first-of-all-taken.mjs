export const fastest = (mirrors) => Promise.any(mirrors.map((mirror) => fetch(mirror))); // leak: unbounded-concurrency
