// `leaklint lsp` in Neovim, with the configuration of editors/neovim: a diagnostic, the hover, a code action.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.env.LEAKLINT_SOURCE_DIRECTORY;
const folder = mkdtempSync(join(tmpdir(), 'neovim-'));
mkdirSync(join(folder, 'home'));
writeFileSync(join(folder, 'app.js'), `const express = require('express');
const app = express();
app.use((req, res, next) => {
  next();
});
if (process.env.PORT == 1) app.listen(3000);
`);
writeFileSync(join(folder, 'leaklint.json'), '{}\n');
writeFileSync(join(folder, 'test.lua'), `
local function try()
  vim.cmd('edit app.js')
  local function find(code)
    for _, one in ipairs(vim.diagnostic.get(0)) do
      if one.code == code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code == code) then return one end
    end
  end
  local function wait(what, condition)
    assert(vim.wait(20000, condition, 20), 'waited in vain for ' .. what)
  end
  wait('the diagnostic', function() return find('loose-equality') end)
  assert(not find('listener-leak'))
  assert(find('loose-equality').lnum == 5)

  -- A leak is typed in; nothing is saved.
  vim.api.nvim_buf_set_lines(0, 3, 3, false, { "  process.on('exit', () => console.log(req.url));" })
  wait('the leak', function() return find('listener-leak') end)
  assert(find('listener-leak').lnum == 3)
  wait('the moved diagnostic', function() return find('loose-equality').lnum == 6 end)

  local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover',
    { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 3, character = 4 } }, 20000)
  assert(vim.inspect(hover):find('retained'), vim.inspect(hover))

  -- The code action, as a user applies it who chooses the first one.
  vim.ui.select = function(items, options, choose) choose(items[1], 1) end
  vim.api.nvim_win_set_cursor(0, { 7, 21 })
  vim.lsp.buf.code_action()
  wait('the fix', function() return vim.api.nvim_buf_get_lines(0, 6, 7, false)[1]:find('===') end)
  wait('its end', function() return not find('loose-equality') end)
  vim.cmd('write')
end
local ok, problem = xpcall(try, debug.traceback)
vim.fn.writefile({ ok and 'done' or tostring(problem) }, 'outcome')
vim.cmd('qall!')
`);
const env = {
  ...process.env, HOME: join(folder, 'home'), XDG_CONFIG_HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'cache'),
  PATH: `${join(process.env.LEAKLINT_BINARY, '..')}:${process.env.PATH}`,
};
try {
  const setUp = join(root, 'editors', 'neovim', 'leaklint.lua');
  const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-c', 'filetype on', '-c', `luafile ${setUp}`, '-c', 'luafile test.lua'],
    { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
  let outcome = 'no outcome';
  try {
    outcome = readFileSync(join(folder, 'outcome'), 'utf8').trim();
  } catch {}
  assert.equal(outcome, 'done', run.stderr);
  assert.match(readFileSync(join(folder, 'app.js'), 'utf8'), /PORT === 1/);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
