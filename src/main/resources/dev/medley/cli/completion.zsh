#compdef medley
# zsh completion of medley. In ~/.zshrc, after compinit: source <(medley completion zsh)
_medley() {
  local -a lines found
  local line word about
  lines=("${(@f)$(${words[1]} completion suggest -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    word=${line%%$'\t'*}
    about=${line#*$'\t'}
    if [[ $word == :files ]]; then
      _files
    else
      found+=("${word//:/\\:}:$about")
    fi
  done
  (( $#found )) && _describe medley found
}
compdef _medley medley
