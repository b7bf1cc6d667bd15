" Put into ~/.vim/plugin/. Diagnostics by ALE or vim-lsp (prabirshrestha/vim-lsp), whichever is there;
" :RingfenceRun, :RingfenceResume FILE and :RingfenceStop need neither (Vim 9).
" A run that pauses at a host call asks in the command line: see :RingfenceRun in docs/editors.md.
if exists('g:loaded_ringfence') | finish | endif
let g:loaded_ringfence = 1
let g:ringfence_command = get(g:, 'ringfence_command', ['ringfence', 'lsp'])

augroup ringfence
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
        \ 'name': 'ringfence', 'cmd': {_ -> g:ringfence_command}, 'allowlist': ['python'],
        \ 'root_uri': {_ -> lsp#utils#path_to_uri(RingfenceRoot(bufnr('%')))}})
  autocmd VimEnter * call s:ale()
augroup END

function! RingfenceRoot(buffer) abort
  let folder = fnamemodify(bufname(a:buffer), ':p:h')
  for name in ['ringfence.toml', 'pyproject.toml']
    let found = findfile(name, folder . ';')
    if !empty(found) | return fnamemodify(found, ':p:h') | endif
  endfor
  return folder
endfunction

function! s:ale() abort
  if !exists('g:loaded_ale') && !exists('g:loaded_ale_dont_use_this_in_other_plugins_please') | return | endif
  call ale#linter#Define('python', {
        \ 'name': 'ringfence', 'lsp': 'stdio', 'executable': g:ringfence_command[0],
        \ 'command': join(['%e'] + map(g:ringfence_command[1:], 'ale#Escape(v:val)')),
        \ 'project_root': function('RingfenceRoot')})
endfunction

" ---------------------------------------------------------------- runs
command! RingfenceRun call s:run('ringfence.run', {})
command! -nargs=1 -complete=file RingfenceResume call s:run('ringfence.resume', {'path': fnamemodify(<q-args>, ':p')})
command! RingfenceStop call s:stop()

" A server of its own talks about the run, so that it works beside any client.
function! s:run(command, more) abort
  call s:stop()
  let s:buffer = bufnr('%')
  let uri = s:uri(expand('%:p'))
  let root = s:uri(RingfenceRoot(s:buffer))
  let s:job = job_start(g:ringfence_command, {'in_mode': 'lsp', 'out_mode': 'lsp', 'err_io': 'null',
        \ 'noblock': 1, 'out_cb': function('s:heard')})
  let s:channel = job_getchannel(s:job)
  let hello = {'processId': getpid(), 'rootUri': root, 'workspaceFolders': [{'uri': root, 'name': 'root'}],
        \ 'capabilities': {'experimental': {'ringfence': {'ask': v:true, 'news': v:true}}}}
  call ch_evalexpr(s:channel, {'method': 'initialize', 'params': hello}, {'timeout': 60000})
  call ch_sendexpr(s:channel, {'method': 'initialized', 'params': {}})
  let text = join(getbufline(s:buffer, 1, '$'), "\n") . "\n"
  call ch_sendexpr(s:channel, {'method': 'textDocument/didOpen', 'params': {'textDocument':
        \ {'uri': uri, 'languageId': 'python', 'version': 1, 'text': text}}})
  let argument = extend({'uri': uri, 'position': {'line': line('.') - 1, 'character': 0}}, a:more)
  call s:ask(a:command, argument, function('s:ended', [argument]))
endfunction

function! s:ask(command, argument, callback) abort
  call ch_sendexpr(s:channel, {'method': 'workspace/executeCommand',
        \ 'params': {'command': a:command, 'arguments': [a:argument]}}, {'callback': a:callback})
endfunction

function! s:uri(path) abort
  return 'file://' . substitute(a:path, '[^A-Za-z0-9_./~-]', {m -> join(map(split(m[0], '\zs'),
        \ {_, c -> join(map(range(strlen(c)), {_, i -> printf('%%%02X', char2nr(c[i]))}), '')}), '')}, 'g')
endfunction

function! s:heard(channel, message) abort
  let method = get(a:message, 'method', '')
  let params = get(a:message, 'params', {})
  if method ==# 'ringfence/ask'
    call s:reply(a:message.id, RingfenceAnswer(params))
  elseif method ==# 'ringfence/print'
    for line in split(params.text, "\n") | echomsg line | endfor
  elseif has_key(a:message, 'id') && !empty(method)
    call s:reply(a:message.id, v:null)
  endif
endfunction

" ch_sendexpr takes ids that are numbers only.
function! s:reply(id, result) abort
  let body = json_encode({'jsonrpc': '2.0', 'id': a:id, 'result': a:result})
  call ch_sendraw(s:channel, 'Content-Length: ' . strlen(body) . "\r\n\r\n" . body)
endfunction

function! s:spoken(question) abort
  if a:question.kind ==# 'input' | return 'Value of the input ' . a:question.name | endif
  if a:question.kind ==# 'name' | return 'The program asks for the name ' . a:question.name | endif
  let named = map(items(a:question.kwargs), {_, pair -> pair[0] . '=' . pair[1]})
  return a:question.function . '(' . join(a:question.args + named, ', ') . ')'
endfunction

function! RingfenceAnswer(question) abort
  if a:question.kind ==# 'limit'
    return confirm('The limit ' . a:question.limit . ' is reached', "&Go on\n&Stop", 2) == 1 ? {'limits': {}} : {'stop': v:true}
  endif
  let empty = has_key(a:question, 'recorded') ? 'recorded: ' . a:question.recorded : 'None'
  let typed = trim(input(s:spoken(a:question) . ' [' . empty . '] = ', '', 'custom,RingfenceWords'))
  if typed ==# ':stop' | return {'stop': v:true} | endif
  if typed ==# ':save' | return {'save': v:true} | endif
  if empty(typed) | return has_key(a:question, 'recorded') ? {'use_recorded': v:true} : {'value': 'None'} | endif
  if typed =~# '^raise ' | return {'exception': trim(typed[6:])} | endif
  if typed =~# '^\u\w*\(Error\|Exception\)\s*\(:\|$\)' | return {'exception': typed} | endif
  return {'value': typed}
endfunction

function! RingfenceWords(lead, line, position) abort
  return ":save\n:stop\nraise "
endfunction

function! s:ended(argument, channel, reply) abort
  let g:ringfence_end = has_key(a:reply, 'error') ? {'state': 'failed', 'message': a:reply.error.message} : a:reply.result
  let end = g:ringfence_end
  let said = {'done': get(end, 'output', ''), 'saved': 'put away: ' . get(end, 'path', '')}
  echomsg 'ringfence: ' . get(said, end.state, end.state . ' ' . get(end, 'message', ''))
  if end.state ==# 'done'
    call s:ask('ringfence.costs', a:argument, function('s:costs'))
  else
    call s:stop()
  endif
endfunction

" What each line cost, behind it, until the text changes.
function! s:costs(channel, reply) abort
  if has_key(a:reply, 'result') && exists('*prop_add') && bufloaded(s:buffer)
    if empty(prop_type_get('ringfence'))
      call prop_type_add('ringfence', {'highlight': 'Comment'})
    endif
    call s:clear()
    for cost in a:reply.result.lines
      let text = cost.share >= 0.01 ? printf('%.0f%%', 100 * cost.share) : string(cost.instructions)
      call prop_add(cost.at + 1, 0, {'type': 'ringfence', 'bufnr': s:buffer, 'text': ' ' . text, 'text_align': 'after'})
    endfor
    execute 'autocmd! ringfence TextChanged,TextChangedI <buffer=' . s:buffer . '> ++once call s:clear()'
  endif
  call s:stop()
endfunction

function! s:clear() abort
  call prop_remove({'type': 'ringfence', 'bufnr': s:buffer, 'all': v:true})
endfunction

function! s:stop() abort
  if exists('s:job') && job_status(s:job) ==# 'run' | call job_stop(s:job) | endif
endfunction
