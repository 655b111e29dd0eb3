// What Linux has and Swift's view of the C library does not show.

// Has the disk begin with a stretch of a file, and does not wait; `flags` is 2 for that.
int sync_file_range(int descriptor, long long offset, long long count, unsigned int flags);
