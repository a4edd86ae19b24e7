const app = require('express')();

app.get('/help', (req, res) => {
    const texts = { // leak: constant-in-hot-path
        start: `
    Start
        with an indented line`,
        a: 'a', b: 'b', c: 'c', d: 'd', e: 'e', f: 'f',
        g: 'g',
    }; // the texts of the help
    res.send(texts[req.query.topic]);
});
