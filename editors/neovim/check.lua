-- nvim --headless --clean -c 'luafile check.lua' agents/report.py, in a copy of editors/workspace
local failed, passed = 0, 0
local function say(...) io.stdout:write(table.concat({ ... }, " ") .. "\n") end
local function check(name, ok, detail)
  if ok then passed = passed + 1 else failed = failed + 1 end
  say(ok and "ok  " or "FAIL", name, detail and tostring(detail) or "")
end
local function wait(f) return vim.wait(40000, f, 50) end
local here = debug.getinfo(1, "S").source:match("^@(.*)/") or "."
local config = dofile(here .. "/ringfence.lua")
config.cmd = { os.getenv("RINGFENCE_PYTHON") or "python3", "-m", "ringfence.cli", "lsp" }
config.root_dir = vim.fn.getcwd()
local asked = {}
vim.g.ringfence_answer = nil
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
  vim.lsp.inlay_hint.enable(true, { bufnr = buf })
  check("inlay hint", wait(function() return (vim.lsp.inlay_hint.get({ bufnr = buf }) or {})[1] end))
  check("semantic token", wait(function()
    vim.cmd("redraw!")
    return (vim.lsp.semantic_tokens.get_at_pos(buf, 1, 5) or {})[1]
  end))
  config.handlers["ringfence/ask"] = nil
  client.handlers["ringfence/ask"] = function(_, question)
    asked[#asked + 1] = question["function"] or question.name
    local value = ({ city = "'Oslo'", fetch_rows = "[{'amount': 4}, {'amount': 5}]" })[asked[#asked]] or "None"
    return { value = value }
  end
  local result, err
  client:request("workspace/executeCommand", { command = "ringfence.run", arguments = { { uri = document.uri } } },
    function(e, r) err, result = e, r end, buf)
  check("the run ends", wait(function() return result or err end))
  check("its output", result and result.output == "9", result and (result.output or result.message) or vim.inspect(err))
  check("the host was asked", table.concat(asked, " "):find("city fetch_rows") ~= nil, table.concat(asked, " "))
  vim.api.nvim_win_set_cursor(0, { 11, 8 })
  vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.kind == "quickfix" end })
  check("quick fix applied", wait(function()
    return vim.api.nvim_buf_get_lines(buf, 10, 11, false)[1] == "more = fetch_rows(city)"
  end))
  check("no diagnostic is left", wait(function() return #vim.diagnostic.get(buf) == 0 end))
  client:stop()
  check("server stopped", wait(function() return client:is_stopped() end))
end
local ok, err = xpcall(main, debug.traceback) -- a Lua error would leave a headless editor waiting for ever
if not ok then check("no Lua error", false, err) end
say(("%d passed, %d failed"):format(passed, failed))
vim.cmd(failed == 0 and "qall!" or "cquit!")
