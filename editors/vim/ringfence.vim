" Put into ~/.vim/plugin/. With vim-lsp (prabirshrestha/vim-lsp) or with ALE, whichever is there.
if exists('g:loaded_ringfence') | finish | endif
let g:loaded_ringfence = 1
let g:ringfence_command = get(g:, 'ringfence_command', ['ringfence', 'lsp'])

augroup ringfence
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
        \ 'name': 'ringfence', 'cmd': {_ -> g:ringfence_command}, 'allowlist': ['python'],
        \ 'root_uri': {_ -> lsp#utils#path_to_uri(lsp#utils#find_nearest_parent_file_directory(
        \   lsp#utils#get_buffer_path(), ['ringfence.toml', 'pyproject.toml']))}})
augroup END

function! RingfenceRoot(buffer) abort
  for name in ['ringfence.toml', 'pyproject.toml']
    let found = findfile(name, fnamemodify(bufname(a:buffer), ':p:h') . ';')
    if !empty(found) | return fnamemodify(found, ':p:h') | endif
  endfor
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

function! s:ale() abort
  if !exists('*ale#linter#Define') | return | endif
  call ale#linter#Define('python', {
        \ 'name': 'ringfence', 'lsp': 'stdio', 'executable': g:ringfence_command[0],
        \ 'command': '%e ' . join(g:ringfence_command[1:]), 'project_root': function('RingfenceRoot')})
endfunction
autocmd ringfence VimEnter * call s:ale()
