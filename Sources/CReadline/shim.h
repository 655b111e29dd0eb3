// GNU readline and its history library.
//
// Swift 6 refuses C globals, which any thread might write. Each is reached through one
// function here; all of them are called from the main thread only.
#include <stdio.h>
#include <stdlib.h>
#include <readline/readline.h>
#include <readline/history.h>

// The prompt and what is typed go to stderr, so that a redirected stdout holds answers alone.
static inline void lmask_readline_start(const char *name) {
  rl_readline_name = name;
  rl_outstream = stderr;
  rl_catch_signals = 1;
  rl_catch_sigwinch = 1;
}

// Throws the half-typed line away.
static inline void lmask_readline_discard(void) {
  rl_replace_line("", 0);
  rl_point = rl_mark = 0;
}

static inline void lmask_readline_read_with(rl_getc_func_t *next_byte) {
  rl_getc_function = next_byte;
}

static inline void lmask_readline_complete_with(rl_completion_func_t *complete) {
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = (char *)" \t\n";
}

// No file names, whatever the completion function finds.
static inline void lmask_readline_no_file_names(void) { rl_attempted_completion_over = 1; }

static inline int lmask_history_length(void) { return history_length; }

static inline const char *lmask_history_last(void) {
  HIST_ENTRY *entry = history_get(history_base + history_length - 1);
  return entry ? entry->line : NULL;
}
