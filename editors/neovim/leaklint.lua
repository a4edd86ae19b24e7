-- leaklint in Neovim 0.7 or newer, without plugins: put this file into ~/.config/nvim/plugin/.
local filetypes = {
  'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'html',
}
local markers = { 'leaklint.json', 'package.json', '.git' }

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  for _, marker in ipairs(markers) do
    local found = vim.fn.findfile(marker, folder .. ';')
    if found == '' then found = vim.fn.finddir(marker, folder .. ';') end
    if found ~= '' then return vim.fn.fnamemodify(found, ':p'):gsub('/$', ''):match('^(.*)/') end
  end
  return folder
end

local clients = {} -- by root folder: all buffers of a project share one server

vim.api.nvim_create_autocmd('FileType', {
  pattern = filetypes,
  callback = function(event)
    local path = vim.api.nvim_buf_get_name(event.buf)
    if path == '' or vim.fn.executable('leaklint') == 0 then return end
    local root = root_of(path)
    clients[root] = clients[root] or vim.lsp.start_client({
      name = 'leaklint',
      cmd = { 'leaklint', 'lsp' },
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
      -- The same keys as in leaklint.json, and stronger: { leaklint = { preset = 'strict' } }
      settings = { leaklint = vim.empty_dict() },
      on_exit = function() clients[root] = nil end,
    })
    vim.lsp.buf_attach_client(event.buf, clients[root])
  end,
})
