# Completions of lmask for fish: subcommands, options and their values.
complete -c lmask -f

set -l subcommands ask index status check evaluate
# A subcommand is the whole first word; everything else asks.
complete -c lmask -n __fish_is_first_arg -a ask -d 'Answer a question, or ask at a prompt'
complete -c lmask -n __fish_is_first_arg -a index -d 'Build the index anew, or check it'
complete -c lmask -n __fish_is_first_arg -a status -d 'Say what the index holds'
complete -c lmask -n __fish_is_first_arg -a check -d 'Read the corpus as its maintainer would'
complete -c lmask -n __fish_is_first_arg -a evaluate -d 'Grade the ranking'
complete -c lmask -n __fish_is_first_arg -a help -d 'Show help'
complete -c lmask -n '__fish_seen_subcommand_from help' -a "$subcommands"

complete -c lmask -l corpus -xa '(__fish_complete_directories)' -d 'The documents'
complete -c lmask -l index -rF -d 'Their index'
complete -c lmask -l quiet -d 'Say nothing about the index'
complete -c lmask -l version -d 'Show the version'
complete -c lmask -s h -l help -d 'Show help'

set -l asks 'not __fish_seen_subcommand_from index status check evaluate help'
complete -c lmask -n "$asks" -l limit -x -d 'Results per question, 1 to 1000'
complete -c lmask -n "$asks" -l format -xa 'text json tsv trec' -d 'How to print'
complete -c lmask -n "$asks" -l json -d 'Short for --format json'
complete -c lmask -n "$asks" -l color -xa 'auto always never' -d 'When to use colour'
complete -c lmask -n "$asks" -l explain -d 'Show how each score came about'
complete -c lmask -n "$asks" -l ranker -xa 'bm25 tfidf' -d 'How to rank'
complete -c lmask -n "$asks" -l chat -d 'A line of stdin may follow on the one before'
complete -c lmask -n "$asks" -l no-refresh -d 'Use the index as it is'
complete -c lmask -n "$asks" -l no-pager -d 'Print answers whole'
complete -c lmask -n "$asks" -l plain -d 'Pure lines for screen readers'
complete -c lmask -n "$asks" -l no-history -d 'Keep nothing of what is typed'

complete -c lmask -n '__fish_seen_subcommand_from index' -l verify -d 'Check every byte instead'
complete -c lmask -n '__fish_seen_subcommand_from index' -l compare \
    -d 'Build, then print which questions find another passage now'

complete -c lmask -n '__fish_seen_subcommand_from status' -l json -d 'Print one JSON object'

complete -c lmask -n '__fish_seen_subcommand_from check' -l strict \
    -d 'End with status 1 if anything was found'
complete -c lmask -n '__fish_seen_subcommand_from check' -l json \
    -d 'Print one JSON object a finding'
complete -c lmask -n '__fish_seen_subcommand_from check' -l today -x \
    -d 'The day to compare review dates with'

set -l grades '__fish_seen_subcommand_from evaluate'
complete -c lmask -n "$grades" -F
complete -c lmask -n "$grades" -l ranker -xa 'bm25 tfidf' -d 'How to rank'
complete -c lmask -n "$grades" -l no-refresh -d 'Use the index as it is'
complete -c lmask -n "$grades" -l json -d 'Print one JSON object'
complete -c lmask -n "$grades" -l failures -d 'List what went wrong'
complete -c lmask -n "$grades" -l without -d 'Leave a signal out' \
    -xa 'question-lines proximity answer-kinds documents feedback exact-words see-also spelling'
