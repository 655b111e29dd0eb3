# Completions of lmask for bash: subcommands, options and their values.
_lmask() {
  local subcommands='ask index status check evaluate'
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  # "--format=json" comes as three words.
  if [ "$current" = = ]; then
    current=
  elif [ "$previous" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  local command=ask word
  if [ "$COMP_CWORD" -gt 1 ]; then
    case " $subcommands help " in *" ${COMP_WORDS[1]} "*) command=${COMP_WORDS[1]} ;; esac
  fi
  # After "--" every word is the question's.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do [ "$word" != -- ] || return 0; done

  COMPREPLY=()
  local words='--corpus --index --quiet --version --help'
  case $previous in
    --corpus) _lmask_paths -d; return ;;
    --index) _lmask_paths -f; return ;;
    --limit | --today) return ;;
    --format) words='text json tsv trec' ;;
    --color) words='auto always never' ;;
    --ranker) words='bm25 tfidf' ;;
    --without)
      words='question-lines proximity answer-kinds documents feedback exact-words see-also spelling'
      ;;
    *)
      case $command in
        ask)
          words+=' --limit --format --json --color --explain --ranker --chat --no-refresh'
          words+=' --no-pager --plain --no-history'
          ;;
        index) words+=' --verify --compare' ;;
        status) words+=' --json' ;;
        check) words+=' --strict --json --today' ;;
        evaluate) words+=' --ranker --no-refresh --json --failures --without' ;;
        help) words=$subcommands ;;
      esac
      if [[ $current != -* ]]; then
        case $command in
          evaluate) _lmask_paths -f; return ;;
          help) ;;
          *) words= ;;
        esac
        [ "$COMP_CWORD" -gt 1 ] || words="$subcommands help"
      fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

_lmask_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}

complete -F _lmask lmask
