# fish completion of medley. In ~/.config/fish/completions/medley.fish: medley completion fish > …
function __medley_suggest
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] completion suggest -- $words[2..-1] "$current" 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c medley -f -a '(__medley_suggest)'
