# fish completion for slieksnis, written by `slieksnis help completions fish`
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
