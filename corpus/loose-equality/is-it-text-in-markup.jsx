export const Help = () => <p title="a == b">Write a == b or a != b</p>;
