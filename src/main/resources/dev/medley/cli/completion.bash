# bash completion of medley. In ~/.bashrc: source <(medley completion bash)
_medley() {
  local line=${COMP_LINE:0:COMP_POINT} words current word about
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current=${words[${#words[@]} - 1]}
  # What readline replaces begins after the last of its own word breaks.
  local kept=""
  case $current in
    *[:=]*) kept=${current%"${current##*[:=]}"} ;;
  esac
  COMPREPLY=()
  while IFS=$'\t' read -r word about; do
    if [[ $word == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "${current#"$kept"}")
    elif [[ $word == *, || $word == *= || $word == */ ]]; then
      compopt -o nospace 2>/dev/null
      COMPREPLY+=("${word#"$kept"}")
    else
      COMPREPLY+=("${word#"$kept"}")
    fi
  done < <("${words[0]}" completion suggest -- "${words[@]:1}" 2>/dev/null)
}
complete -F _medley medley
