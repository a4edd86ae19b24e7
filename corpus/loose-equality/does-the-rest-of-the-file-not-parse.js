// Silence over guess: the statement with the error is not judged.
const broken = { a: b == c, ;
