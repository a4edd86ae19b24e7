export const Hint = () => <code>var a = 1;</code>;
