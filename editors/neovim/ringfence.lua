-- Neovim 0.11 and later: put this file at ~/.config/nvim/lsp/ringfence.lua, then `vim.lsp.enable("ringfence")`.
-- Neovim 0.8 to 0.10: `vim.lsp.start(dofile("ringfence.lua"))` in an autocommand of FileType python.
--
-- A run asks here for the answers of the host: type a value, `Type: message` to raise, or pick from the list.
local function spoken(question)
  if question.kind == "input" then return "Value of the input " .. question.name end
  if question.kind == "name" then return "The program asks for the name " .. question.name end
  if question.kind == "limit" then return "The limit " .. question.limit .. " is reached" end
  return question["function"] .. "(" .. table.concat(question.args or {}, ", ") .. ")"
end

-- Replace it to answer otherwise: `require` of this file is not needed, set vim.g.ringfence_answer to a function.
local function answer(question)
  if vim.g.ringfence_answer then return vim.g.ringfence_answer(question) end
  if question.kind == "limit" then
    return vim.fn.confirm(spoken(question), "&Go on\n&Stop", 2) == 1 and { limits = vim.empty_dict() } or { stop = true }
  end
  local default = question.recorded or ""
  local typed = vim.fn.input({ prompt = spoken(question) .. " = ", default = default, cancelreturn = "\0" })
  if typed == "\0" then return { stop = true } end
  if typed == ":save" then return { save = true } end
  if typed:match("^%u%w*Error:") or typed:match("^%u%w*Error$") then return { exception = typed } end
  return { value = typed }
end

return {
  name = "ringfence",
  cmd = { "ringfence", "lsp" },
  filetypes = { "python" },
  root_markers = { "ringfence.toml", "pyproject.toml", ".git" },
  capabilities = vim.tbl_deep_extend("force", vim.lsp.protocol.make_client_capabilities(), {
    experimental = { ringfence = { ask = true, news = true } },
  }),
  handlers = {
    ["ringfence/ask"] = function(_, question) return answer(question) end,
    ["ringfence/print"] = function(_, news) vim.api.nvim_echo({ { news.text } }, true, {}) end,
    ["ringfence/run"] = function(_, news)
      if news.state == "done" then vim.notify("ringfence: " .. news.output .. " (" .. news.meters.instructions .. " instructions)") end
      if news.state == "failed" then vim.notify(news.display ~= "" and news.display or news.message, vim.log.levels.ERROR) end
    end,
  },
}
