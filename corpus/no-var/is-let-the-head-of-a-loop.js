for (let i = 0; i < 3; i++) console.log(i);
for (const item of [1, 2]) console.log(item);
for (const key in { a: 1 }) console.log(key);
