-- Neovim 0.11 and later: put this file at ~/.config/nvim/lsp/ringfence.lua, then `vim.lsp.enable("ringfence")`.
-- Neovim 0.8 to 0.10: `vim.lsp.start(dofile("ringfence.lua"))` in an autocommand of FileType python.
--
-- A run that pauses asks by vim.ui.input: a value, `Type: message` or `raise ...` for an exception, nothing for the
-- recorded answer, :save to put the run away, :stop. vim.g.ringfence_answer may be a function that answers instead.
local function spoken(question)
  if question.kind == "input" then return "Value of the input " .. question.name end
  if question.kind == "name" then return "The program asks for the name " .. question.name end
  local arguments = vim.list_extend({}, question.args or {})
  for name, value in vim.spairs(question.kwargs or {}) do arguments[#arguments + 1] = name .. "=" .. value end
  return question["function"] .. "(" .. table.concat(arguments, ", ") .. ")"
end

-- Waits for whatever draws vim.ui: handlers of requests run in coroutines.
local function ask(face, ...)
  local waiting, arguments = coroutine.running(), { ... }
  arguments[#arguments + 1] = vim.schedule_wrap(function(...) coroutine.resume(waiting, ...) end)
  face(unpack(arguments))
  return coroutine.yield()
end

local function answer(question)
  if vim.g.ringfence_answer then return vim.g.ringfence_answer(question) end
  if question.kind == "limit" then
    local chosen = ask(vim.ui.select, { "Go on without limits", "Stop" }, { prompt = "The limit " .. question.limit .. " is reached" })
    return chosen == "Go on without limits" and { limits = vim.empty_dict() } or { stop = true }
  end
  local empty = question.recorded and "recorded: " .. question.recorded or "None"
  local typed = ask(vim.ui.input, { prompt = spoken(question) .. " [" .. empty .. "] = " })
  typed = typed and vim.trim(typed)
  if typed == nil or typed == ":stop" then return { stop = true } end
  if typed == ":save" then return { save = true } end
  if typed == "" then return question.recorded and { use_recorded = true } or { value = "None" } end
  if typed:match("^raise ") then return { exception = vim.trim(typed:sub(7)) } end
  if typed:match("^%u%w*Error%s*:") or typed:match("^%u%w*Error$") or typed:match("^%u%w*Exception%s*:?") then
    return { exception = typed }
  end
  return { value = typed }
end

local function failed(err)
  if err then vim.notify("ringfence: " .. err.message, vim.log.levels.ERROR) end
end

local function attached(client, buffer)
  local function execute(command, more)
    local at = vim.api.nvim_win_get_cursor(0)
    local place = { uri = vim.uri_from_bufnr(buffer), position = { line = at[1] - 1, character = 0 } }
    local arguments = { vim.tbl_extend("force", place, more or {}) }
    client:request("workspace/executeCommand", { command = command, arguments = arguments }, failed, buffer)
  end
  local function define(name, command, options)
    vim.api.nvim_buf_create_user_command(buffer, name, command, options)
  end
  define("RingfenceRun", function() execute("ringfence.run") end, { desc = "Run the program in the sandbox" })
  define("RingfenceCheck", function() execute("ringfence.check") end, { desc = "Check the program" })
  define("RingfenceBytecode", function() execute("ringfence.bytecode") end, { desc = "Show the program's bytecode" })
  define("RingfenceResume", function(given)
    execute("ringfence.resume", { path = vim.fn.fnamemodify(given.args, ":p") })
  end, { nargs = 1, complete = "file", desc = "Go on with a run that was put away" })
  if vim.lsp.inlay_hint then vim.lsp.inlay_hint.enable(true, { bufnr = buffer }) end -- types, and costs of lines
  vim.lsp.codelens.refresh({ bufnr = buffer })
  vim.api.nvim_create_autocmd({ "BufEnter", "InsertLeave", "BufWritePost" }, {
    buffer = buffer,
    callback = function() vim.lsp.codelens.refresh({ bufnr = buffer }) end,
  })
end

return {
  name = "ringfence",
  cmd = { "ringfence", "lsp" },
  filetypes = { "python" },
  root_markers = { "ringfence.toml", "pyproject.toml", ".git" },
  on_attach = attached,
  capabilities = vim.tbl_deep_extend("force", vim.lsp.protocol.make_client_capabilities(), {
    experimental = { ringfence = { ask = true, news = true } },
  }),
  handlers = {
    ["ringfence/ask"] = function(_, question) return answer(question) end,
    ["ringfence/print"] = function(_, news) vim.api.nvim_echo({ { news.text } }, true, {}) end,
    ["ringfence/run"] = function(_, news)
      if news.state == "done" then vim.notify("ringfence: " .. news.output .. " (" .. news.meters.instructions .. " instructions)") end
      if news.state == "saved" then vim.notify("ringfence: put away: " .. news.path) end
      if news.state == "failed" then vim.notify(news.display ~= "" and news.display or news.message, vim.log.levels.ERROR) end
    end,
  },
}
