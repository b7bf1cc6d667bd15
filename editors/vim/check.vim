" vim -Nu NONE -i NONE -n --not-a-term -S check.vim agents/report.py </dev/null, in a copy of editors/workspace;
" ALE names the folder of ALE, $LOG the file that is written.
set nomore
let s:lines = []
let s:passed = 0
let s:failed = 0
function! s:check(name, ok, ...) abort
  if a:ok | let s:passed += 1 | else | let s:failed += 1 | endif
  call add(s:lines, (a:ok ? 'ok   ' : 'FAIL ') . a:name . ' ' . (a:0 ? string(a:1) : ''))
endfunction
function! s:wait(condition) abort
  for _ in range(2400)
    if eval(a:condition) | return 1 | endif
    sleep 50m
  endfor
  return 0
endfunction
let s:here = expand('<sfile>:p:h')
let g:ringfence_command = [empty($RINGFENCE_PYTHON) ? 'python3' : $RINGFENCE_PYTHON, '-m', 'ringfence.cli', 'lsp']
let g:ale_linters = {'python': ['ringfence']}
let g:ale_linters_explicit = 1
let g:ale_lint_delay = 0
let g:ale_hover_to_preview = 1
function! s:shown(name) abort
  return bufexists(a:name) ? getbufline(bufnr(a:name), 1, '$') : []
endfunction

function! s:main() abort
  if !empty($ALE)
    set filetype=python
    call ale#Queue(0)
    call s:check('ALE shows the diagnostic', s:wait('!empty(getloclist(0))'))
    let one = get(getloclist(0), 0, {})
    call s:check('it says what was meant', get(one, 'text', '') =~# 'fetch_rowz.*fetch_rows', one)
    call s:check('and where', get(one, 'lnum') == 11 && get(one, 'col') == 8)
    call cursor(9, 10)
    ALEHover
    call s:check('hover', s:wait('match(s:shown("ALEPreviewWindow"), "city: str") >= 0'))
    pclose!
    call cursor(9, 10)
    ALEGoToDefinition
    call s:check('definition', s:wait('expand("%:t") ==# "tools.pyi"'))
    edit! agents/report.py
    call setline(11, 'more = fetch_rows(city)')
    silent write
    call s:check('mended, nothing is marked', s:wait('empty(getloclist(0))'))
    call setline(11, 'more = fetch_rowz(city)')
    silent write
  endif
  let g:ringfence_end = {}
  call test_feedinput("'Oslo'\<CR>[{'amount': 4}, {'amount': 5}]\<CR>NameError\<CR>")
  RingfenceRun
  call s:check('a run that raises what was typed fails with it', s:wait('!empty(g:ringfence_end)')
        \ && g:ringfence_end.state ==# 'failed' && g:ringfence_end.message =~# 'NameError', g:ringfence_end)
  let g:ringfence_end = {}
  call test_feedinput("'Oslo'\<CR>:save\<CR>")
  RingfenceRun
  call s:check('a run is put away', s:wait('!empty(g:ringfence_end)') && g:ringfence_end.state ==# 'saved', g:ringfence_end)
  call setline(11, 'more = fetch_rows(city)')
  let saved = get(g:ringfence_end, 'path', '')
  let g:ringfence_end = {}
  call test_feedinput("[{'amount': 4}, {'amount': 5}]\<CR>None\<CR>")
  execute 'RingfenceResume' saved
  call s:check('and gone on with', s:wait('!empty(g:ringfence_end)') && get(g:ringfence_end, 'output') ==# '9', g:ringfence_end)
  let g:ringfence_end = {}
  call test_feedinput("'Oslo'\<CR>[{'amount': 4}, {'amount': 5}]\<CR>\<CR>")
  RingfenceRun
  call s:check('an empty answer is the recorded one', s:wait('!empty(g:ringfence_end)') && get(g:ringfence_end, 'output') ==# '9', g:ringfence_end)
  call s:check('prints are shown', execute('messages') =~# '2 rows')
  call s:check('lines show their cost', s:wait('!empty(prop_list(5))'), prop_list(5))
  call setline(1, '# another text')
  doautocmd TextChanged
  call s:check('until the text changes', empty(prop_list(5)))
endfunction

function! s:start() abort
  try
    call s:main()
  catch
    call s:check('no error', 0, v:exception . ' ' . v:throwpoint)
  endtry
  call add(s:lines, printf('%d passed, %d failed', s:passed, s:failed))
  call writefile(s:lines, $LOG)
  execute s:failed ? 'cquit!' : 'qall!'
endfunction
if !empty($ALE) | execute 'set runtimepath^=' . $ALE | runtime plugin/ale.vim | endif
execute 'source' s:here . '/ringfence.vim'
autocmd VimEnter * call timer_start(0, {-> s:start()})
