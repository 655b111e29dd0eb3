// GNU readline and its history library.
//
// Swift 6 refuses C globals, which any thread might write. Each is reached through one
// function here; all of them are called from the main thread only.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/select.h>
#include <readline/readline.h>
#include <readline/history.h>

// The prompt and what is typed go to stderr, so that a redirected stdout holds answers alone.
// Readline keeps the name for "$if lmask" in an inputrc and does not copy it, so it stands here.
static inline void lmask_readline_start(void) {
  rl_readline_name = "lmask";
  rl_outstream = stderr;
  rl_catch_signals = 1;
  rl_catch_sigwinch = 1;
}

// Throws the half-typed line away.
static inline void lmask_readline_discard(void) {
  rl_replace_line("", 0);
  rl_point = rl_mark = 0;
}

// Waits until something can be read; 0 if a signal came instead. Signals are held back between
// looking for one and waiting, so that none slips in between and is noticed only with the next key.
static inline int lmask_readline_wait(FILE *stream) {
  sigset_t all, before;
  fd_set input;
  int ready = 0;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before);
  if (rl_pending_signal() == 0) {
    FD_ZERO(&input);
    FD_SET(fileno(stream), &input);
    ready = pselect(fileno(stream) + 1, &input, NULL, NULL, NULL, &before);
  }
  // What else is wrong with the stream, reading tells.
  if (ready < 0) ready = errno != EINTR;
  sigprocmask(SIG_SETMASK, &before, NULL);
  return ready;
}

static inline void lmask_readline_read_with(rl_getc_func_t *next_byte) {
  rl_getc_function = next_byte;
}

// Takes the terminal for one that understands no escape codes, or for what TERM says.
// A line that goes on past the window is left to the terminal, where readline would scroll it.
static inline void lmask_readline_be_plain(int is_plain) {
  rl_initialize();
  rl_reset_terminal(is_plain ? "dumb" : NULL);
  rl_catch_sigwinch = !is_plain;
  if (is_plain) rl_set_screen_size(24, 10000);
}

// The line as it is typed so far.
static inline const char *lmask_readline_line(void) { return rl_line_buffer; }

static inline void lmask_readline_complete_with(rl_completion_func_t *complete) {
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = (char *)" \t\n";
}

// No file names, whatever the completion function finds.
static inline void lmask_readline_no_file_names(void) { rl_attempted_completion_over = 1; }

static inline const char *lmask_history_last(void) {
  HIST_ENTRY *entry = history_get(history_base + history_length - 1);
  return entry ? entry->line : NULL;
}
