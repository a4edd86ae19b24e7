let answer;
export const started = (it) => it.register({ get: (path, run) => { answer = run; } });
export default ({ mark }) => answer(mark({ signal: new AbortController().signal }), mark({ code() {} }));
