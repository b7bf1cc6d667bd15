-- nvim --headless --clean -c 'luafile check.lua' agents/report.py, in a copy of editors/workspace
local failed, passed = 0, 0
local function say(...) io.stdout:write(table.concat({ ... }, " ") .. "\n") end
local function check(name, ok, detail)
  if ok then passed = passed + 1 else failed = failed + 1 end
  say(ok and "ok  " or "FAIL", name, detail and tostring(detail) or "")
end
local function wait(f) return vim.wait(120000, f, 50) end
local here = debug.getinfo(1, "S").source:match("^@(.*)/") or "."
local config = dofile(here .. "/ringfence.lua")
config.cmd = { os.getenv("RINGFENCE_PYTHON") or "python3", "-m", "ringfence.cli", "lsp" }
config.root_dir = vim.fn.getcwd()
local buf = vim.api.nvim_get_current_buf()
vim.bo[buf].filetype = "python"

local function main()
  local id = vim.lsp.start(config)
  local client
  check("server attached", wait(function()
    client = vim.lsp.get_client_by_id(id)
    return client and client.initialized and vim.lsp.buf_is_attached(buf, id)
  end))
  check("diagnostic", wait(function() return #vim.diagnostic.get(buf) == 1 end))
  local one = vim.diagnostic.get(buf)[1]
  check("it says what was meant", one.message:find("fetch_rows") ~= nil, one.message:gsub("\n", " "))
  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(buf, method, params, 20000)
    return answers and answers[id] and answers[id].result
  end
  local document = vim.lsp.util.make_text_document_params(buf)
  local hover = ask("textDocument/hover", { textDocument = document, position = { line = 8, character = 9 } })
  check("hover", hover and hover.contents.value:find("fetch_rows") ~= nil)
  local lenses = ask("textDocument/codeLens", { textDocument = document })
  check("code lens", lenses and lenses[1].command.command == "ringfence.run", lenses and lenses[1].command.title)
  check("inlay hint", wait(function() return (vim.lsp.inlay_hint.get({ bufnr = buf }) or {})[1] end))
  check("semantic token", wait(function()
    vim.cmd("redraw!")
    return (vim.lsp.semantic_tokens.get_at_pos(buf, 1, 5) or {})[1]
  end))
  -- What a person types waits in the queue of keys; what they are told is kept.
  local told = {}
  vim.notify = function(text) told[#told + 1] = text end
  local function typed(...) vim.api.nvim_input(table.concat({ ... }, "<CR>") .. "<CR>") end
  local function hears(words)
    return wait(function() return table.concat(told, "\n"):find(words, 1, true) ~= nil end), table.concat(told, "\n")
  end
  local rows = "[{'amount': 4}, {'amount': 5}]"
  check("the lens is there", wait(function() return #vim.lsp.codelens.get(buf) > 0 end))
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  typed("1", "'Oslo'", rows, "NameError: no such tool")
  vim.lsp.codelens.run()
  check("the lens runs it; an exception that is typed is raised", hears("NameError: no such tool"))
  told = {}
  typed("", ":save")
  vim.cmd("RingfenceRun")
  check("a paused run is put away", hears("put away: "))
  local path = table.concat(told, "\n"):match("put away: (%S+)")
  told = {}
  typed("", "None")
  vim.cmd("RingfenceResume " .. path)
  check("and gone on with, on the recorded answer", hears("ringfence: 9 ("))
  check("prints are shown", vim.fn.execute("messages"):find("2 rows") ~= nil)
  vim.api.nvim_win_set_cursor(0, { 11, 8 })
  vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.kind == "quickfix" end })
  check("quick fix applied", wait(function()
    return vim.api.nvim_buf_get_lines(buf, 10, 11, false)[1] == "more = fetch_rows(city)"
  end))
  check("no diagnostic is left", wait(function() return #vim.diagnostic.get(buf) == 0 end))
  told = {}
  typed("'Bergen'", "[{'amount': 3}]", "")
  vim.cmd("RingfenceRun")
  check("a run of the mended program", hears("ringfence: 3 ("))
  check("lines show their cost", wait(function()
    for _, hint in ipairs(vim.lsp.inlay_hint.get({ bufnr = buf })) do
      if tostring(hint.inlay_hint.label):match("^%d+%%$") then return true end
    end
  end))
  client:stop()
  check("server stopped", wait(function() return client:is_stopped() end))
end
local ok, err = xpcall(main, debug.traceback) -- a Lua error would leave a headless editor waiting for ever
if not ok then check("no Lua error", false, err) end
say(("%d passed, %d failed"):format(passed, failed))
vim.cmd(failed == 0 and "qall!" or "cquit!")
