# bash completion for slieksnis, written by `slieksnis help completions bash`
# SPDX-License-Identifier: Apache-2.0

_slieksnis() {
  # Bash takes --name=value apart at the equals sign; the program wants it whole.
  local words=() i word cut=''
  for ((i = 1; i <= COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if ((i > 1)) && { [[ $word == = && ${COMP_WORDS[i - 1]} == --* ]] ||
                      [[ ${COMP_WORDS[i - 1]} == = && ${words[-1]} == --*= ]]; }; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  local typed=${words[-1]}
  [[ $typed == --*=* && ${COMP_WORDS[COMP_CWORD]} != "$typed" ]] && cut=${typed%%=*}=
  # Inside quotes bash replaces the whole word and puts the quote back by itself.
  words[-1]=${typed#[\'\"]}

  COMPREPLY=()
  local candidate
  while IFS= read -r candidate; do
    candidate=${candidate%%$'\t'*}
    case $candidate in
      :files) compopt -o default 2>/dev/null; return ;;
      *=) compopt -o nospace 2>/dev/null ;;
    esac
    COMPREPLY+=("${candidate#"$cut"}")
  done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -o nosort -F _slieksnis slieksnis
