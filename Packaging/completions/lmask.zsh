#compdef lmask
# Completions of lmask for zsh: subcommands, options and their values.

local -a subcommands common asking
subcommands=(
  'ask:answer a question, or ask at a prompt'
  'index:build the index anew, or check an existing one'
  'status:say what the index holds, where it is and how old'
  'check:read the corpus as its maintainer would'
  'evaluate:grade the ranking on a file of questions'
  'help:show help'
)
common=(
  '--corpus=[the documents]:folder:_files -/'
  '--index=[their index]:file:_files'
  '--quiet[say nothing about the index]'
  '(- *)--version[show the version]'
  '(- *)'{-h,--help}'[show help]'
)
asking=(
  '--limit=[results per question]:number from 1 to 1000:'
  '--format=[how to print]:form:(text json tsv trec)'
  '--json[short for --format json]'
  '--color=[when to use colour]:when:(auto always never)'
  '--explain[show how each score came about]'
  '--ranker=[how to rank]:name:(bm25 tfidf)'
  '--chat[a line of stdin may follow on the one before]'
  '--no-refresh[use the index as it is]'
  '--no-pager[print answers whole]'
  '--plain[pure lines for screen readers]'
  '--no-history[keep nothing of what is typed]'
)

if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
  _describe subcommand subcommands
  return
fi
case $words[2] in
  index)
    _arguments '1:' $common \
      '--verify[check every byte of the existing index instead]' \
      '--compare[build, then print which questions find another passage now]'
    ;;
  status)
    _arguments '1:' $common '--json[print one JSON object]'
    ;;
  check)
    _arguments '1:' $common \
      '--strict[end with status 1 if anything was found]' \
      '--json[print one JSON object a finding]' \
      '--today=[the day to compare review dates with]:date:'
    ;;
  evaluate)
    _arguments '1:' $common \
      '--ranker=[how to rank]:name:(bm25 tfidf)' \
      '--no-refresh[use the index as it is]' \
      '--json[print one JSON object]' \
      '--failures[list what went wrong]' \
      '*--without=[leave a signal out]:signal:(question-lines proximity answer-kinds documents feedback exact-words see-also spelling)' \
      '2:file of questions:_files'
    ;;
  help)
    _arguments '1:' '2:subcommand:(ask index status check evaluate)'
    ;;
  *)
    _arguments $common $asking '*:question:'
    ;;
esac
