// SPDX-License-Identifier: Apache-2.0
// The scripts are thin: what may stand where is known to the program alone, which each of them asks.
#include "help.hpp"

namespace slieksnis::cli {
namespace {

constexpr std::string_view bash_script =
    R"SCRIPT(# bash completion for slieksnis, written by `slieksnis help completions bash`
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
)SCRIPT";

constexpr std::string_view zsh_script = R"SCRIPT(#compdef slieksnis
# zsh completion for slieksnis, written by `slieksnis help completions zsh`
# SPDX-License-Identifier: Apache-2.0

_slieksnis() {
  local line candidate
  local -a values shown open open_shown
  local typed=${${(Q)words[CURRENT]}#[\'\"]}  # a quote that is still open belongs to the shell
  for line in ${(f)"$("${(Q)words[1]}" __complete "${(@Q)words[2,CURRENT-1]}" "$typed" 2>/dev/null)"}; do
    candidate=${line%%$'\t'*}
    if [[ $candidate == :files ]]; then
      compset -P '*='
      _files
      return
    fi
    if [[ $candidate == *= ]]; then
      open+=("$candidate")
      open_shown+=("$candidate  ${line#*$'\t'}")
    else
      values+=("$candidate")
      shown+=("$candidate  ${line#*$'\t'}")
    fi
  done
  # What was typed with Latvian marks or in capitals is replaced by the plain name.
  ((${#values})) && compadd -U -V names -l -d shown -- "${values[@]}"
  ((${#open})) && compadd -U -V open -S '' -l -d open_shown -- "${open[@]}"
}

if [[ $funcstack[1] == _slieksnis ]]; then
  _slieksnis "$@"
else
  compdef _slieksnis slieksnis
fi
)SCRIPT";

constexpr std::string_view fish_script =
    R"SCRIPT(# fish completion for slieksnis, written by `slieksnis help completions fish`
# SPDX-License-Identifier: Apache-2.0

function __slieksnis_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l last (string replace -r '^[\'"]' '' -- $words[-1])
    set -e words[-1]
    set -l candidates ($program __complete $words "$last" 2>/dev/null)
    if test "$candidates[1]" = :files
        set -l option (string match -r '^--[^=]*=' -- $last)
        for path in (__fish_complete_path (string replace -r '^--[^=]*=' '' -- $last))
            echo $option$path
        end
        return
    end
    printf '%s\n' $candidates
end
complete -c slieksnis -f -k -a '(__slieksnis_complete)'
)SCRIPT";

}  // namespace

std::vector<std::string_view> completed_shells() { return {"bash", "zsh", "fish"}; }

std::string completion_script(std::string_view shell) {
  return std::string(shell == "bash" ? bash_script : shell == "zsh" ? zsh_script : fish_script);
}

}  // namespace slieksnis::cli
