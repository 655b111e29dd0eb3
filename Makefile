# Installs lmask, removes it, packs it. "setup" builds it and needs no make.
#
#   make                              build
#   sudo make install [PREFIX=…]      below /usr/local, or below PREFIX; DESTDIR is put in front
#   sudo make uninstall [PREFIX=…]
#   make deb                          a Debian package in .build-static
PREFIX = /usr/local
DESTDIR =
PROGRAM = .build-static/release/lmask

root = $(DESTDIR)$(PREFIX)
share = $(root)/share
pages = $(notdir $(wildcard Packaging/man/*.1))

.PHONY: all install uninstall deb
all: $(PROGRAM)

.build-static/release/lmask: setup Package.swift $(shell find Sources -type f)
	./setup build

# The folder share/lmask is the program's own: what an older version left there goes.
# The index is made last, of the files in their place, so that it is newer than they are.
install: $(PROGRAM)
	rm -rf "$(share)/lmask"
	install -d "$(root)/bin" "$(share)/lmask/Corpus" "$(share)/lmask/Index" \
	  "$(share)/man/man1" "$(share)/doc/lmask" "$(share)/bash-completion/completions" \
	  "$(share)/zsh/vendor-completions" "$(share)/fish/vendor_completions.d"
	install -m 755 "$(PROGRAM)" "$(root)/bin/lmask"
	cp -R Corpus/. "$(share)/lmask/Corpus" && chmod -R u=rwX,go=rX "$(share)/lmask/Corpus"
	install -m 644 $(addprefix Packaging/man/,$(pages)) "$(share)/man/man1"
	install -m 644 README.md "$(share)/doc/lmask/README.md"
	install -m 644 Packaging/debian/copyright "$(share)/doc/lmask/copyright"
	install -m 644 Packaging/completions/lmask.bash "$(share)/bash-completion/completions/lmask"
	install -m 644 Packaging/completions/lmask.zsh "$(share)/zsh/vendor-completions/_lmask"
	install -m 644 Packaging/completions/lmask.fish \
	  "$(share)/fish/vendor_completions.d/lmask.fish"
	"$(PROGRAM)" index --quiet --corpus "$(share)/lmask/Corpus" \
	  --index "$(share)/lmask/Index/lmask.index"
	chmod 644 "$(share)/lmask/Index/lmask.index"

uninstall:
	rm -f "$(root)/bin/lmask"
	rm -rf "$(share)/lmask" "$(share)/doc/lmask"
	cd "$(share)/man/man1" 2>/dev/null && rm -f $(pages) || true
	rm -f "$(share)/bash-completion/completions/lmask" \
	  "$(share)/zsh/vendor-completions/_lmask" "$(share)/fish/vendor_completions.d/lmask.fish"

deb: $(PROGRAM)
	Packaging/make-deb "$(PROGRAM)" .build-static
