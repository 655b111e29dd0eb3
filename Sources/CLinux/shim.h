// What Linux has and Swift's view of the C library does not show.

// Has the disk begin with a stretch of a file, and does not wait; `flags` is 2 for that.
int sync_file_range(int descriptor, long long offset, long long count, unsigned int flags);

// Sets a bit for each core that a thread may run on, 0 for this one; `size` is that of the set in bytes.
int sched_getaffinity(int thread, unsigned long size, void *cores);
