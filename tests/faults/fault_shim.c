// SPDX-License-Identifier: MIT
//
// A disk that goes wrong, for one folder: preloaded into a program, it counts the calls that change
// files in that folder and does to the k-th (or to all from there on) what it is told. Told by the
// environment:
//   - INROAD_FAULT_FOLDER      the folder; nothing outside it is counted or touched
//   - INROAD_FAULT_LOG         each counted call is appended here: "name path"
//   - INROAD_FAULT_AT          k, from 1 (0 = only count)
//   - INROAD_FAULT_UNTIL       "ever" = all calls from k on, else only the k-th
//   - INROAD_FAULT_DO          fail, short (writes half), drop (says done, does nothing), kill
//   - INROAD_FAULT_THEN_AFTER  so many calls after the k-th one more goes wrong (0 = none)
//   - INROAD_FAULT_THEN_DO     what becomes of that one
//   - INROAD_FAULT_ERRNO       the number `fail` answers
//   - INROAD_FAULT_MOUNT       what statfs calls the file system of the folder: a magic number, in
//   hex
//   - INROAD_FAULT_CALLS       only these names, separated by commas ("" = all)
//
// A sync that fails, or is dropped, loses what was written to the file since the last one, as Linux
// may throw away the pages it could not write.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

enum deed { go_on, fail, half, drop };

static pthread_mutex_t guard = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static long counted;

static const char* told(const char* name) {
  const char* value = getenv(name);
  return value ? value : "";
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static bool is_in_folder(const char* path) {
  const char* folder = told("INROAD_FAULT_FOLDER");
  const size_t size = strlen(folder);
  if (size == 0) return false;
  char whole[PATH_MAX * 2];
  if (path[0] != '/') {
    char here[PATH_MAX];
    if (syscall(SYS_getcwd, here, sizeof here) < 0) return false;
    snprintf(whole, sizeof whole, "%s/%s", here, path);
    path = whole;
  }
  return strncmp(path, folder, size) == 0 && (path[size] == '/' || path[size] == '\0');
}

static bool path_of(int fd, char* path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const ssize_t size = readlink(link, path, PATH_MAX - 1);
  path[size > 0 ? size : 0] = '\0';
  return size > 0 && is_in_folder(path);
}

static bool is_named(const char* name) {
  const char* calls = told("INROAD_FAULT_CALLS");
  if (*calls == '\0') return true;
  const size_t size = strlen(name);
  for (const char* at = strstr(calls, name); at; at = strstr(at + 1, name))
    if ((at == calls || at[-1] == ',') && (at[size] == ',' || at[size] == '\0')) return true;
  return false;
}

// Counts the call and says what becomes of it; sets errno for `fail`.
static enum deed judge(const char* name, const char* path) {
  if (!is_named(name)) return go_on;
  const long number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
  const char* log = told("INROAD_FAULT_LOG");
  if (*log) {
    char line[PATH_MAX + 64];
    const int size = snprintf(line, sizeof line, "%s %s\n", name, path);
    const long fd =
        syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd >= 0) {
      syscall(SYS_write, fd, line, (size_t)size);
      syscall(SYS_close, fd);
    }
  }
  const long at = atol(told("INROAD_FAULT_AT"));
  if (at == 0 || number < at) return go_on;
  const long then_after = atol(told("INROAD_FAULT_THEN_AFTER"));
  const bool is_second = then_after > 0 && number == at + then_after;
  const bool is_first = number == at || strcmp(told("INROAD_FAULT_UNTIL"), "ever") == 0;
  if (!is_first && !is_second) return go_on;
  const char* deed = told(is_second ? "INROAD_FAULT_THEN_DO" : "INROAD_FAULT_DO");
  if (strcmp(deed, "kill") == 0) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
  }
  if (strcmp(deed, "short") == 0) return half;
  if (strcmp(deed, "drop") == 0) return drop;
  errno = atoi(told("INROAD_FAULT_ERRNO"));
  return fail;
}

// --- What was written since the last sync, so that a failed sync can lose it ---

struct before {
  struct before* older;
  dev_t device;
  ino_t file;
  off_t at, old_size;
  ssize_t size;
  char bytes[];
};
static struct before* unsynced;

static void remember(int fd, off_t at, size_t size) {
  struct stat now;
  if (fstat(fd, &now) != 0 || !S_ISREG(now.st_mode)) return;
  struct before* kept = malloc(sizeof *kept + size);
  if (!kept) return;
  // The descriptor may be open for writing only.
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  const long reader = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  const long got = reader < 0 ? 0 : syscall(SYS_pread64, reader, kept->bytes, size, at);
  if (reader >= 0) syscall(SYS_close, reader);
  *kept = (struct before){unsynced, now.st_dev, now.st_ino, at, now.st_size, got > 0 ? got : 0};
  unsynced = kept;
}

// Forgets what is remembered of the file; with is_lost, puts the old bytes back first.
static void settle(int fd, bool is_lost) {
  struct stat now;
  if (fstat(fd, &now) != 0) return;
  for (struct before** each = &unsynced; *each;) {
    struct before* kept = *each;
    if (kept->device != now.st_dev || kept->file != now.st_ino) {
      each = &kept->older;
      continue;
    }
    if (is_lost) {
      syscall(SYS_pwrite64, fd, kept->bytes, (size_t)kept->size, kept->at);
      syscall(SYS_ftruncate, fd, kept->old_size);
    }
    *each = kept->older;
    free(kept);
  }
}

// --- The calls ---

static ssize_t put(const char* name, int fd, const void* bytes, size_t size, off_t at,
                   bool has_place) {
  char path[PATH_MAX];
  const long call = has_place ? SYS_pwrite64 : SYS_write;
  if (!path_of(fd, path)) return syscall(call, fd, bytes, size, at);
  pthread_mutex_lock(&guard);
  const enum deed deed = judge(name, path);
  const int told_errno = errno;
  ssize_t done = -1;
  if (deed == drop) {
    done = (ssize_t)size;
    if (!has_place) syscall(SYS_lseek, fd, size, SEEK_CUR);
  } else if (deed != fail) {
    const size_t wanted = deed == half && size > 1 ? size / 2 : size;
    const off_t from = has_place ? at : (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
    remember(fd, from, wanted);
    done = syscall(call, fd, bytes, wanted, at);
  } else {
    errno = told_errno;
  }
  pthread_mutex_unlock(&guard);
  return done;
}

ssize_t write(int fd, const void* bytes, size_t size) {
  return put("write", fd, bytes, size, 0, false);
}
ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return put("pwrite", fd, bytes, size, at, true);
}
ssize_t pwrite64(int fd, const void* bytes, size_t size, off_t at) {
  return put("pwrite", fd, bytes, size, at, true);
}

static int sync_file(const char* name, long call, int fd) {
  char path[PATH_MAX];
  if (!path_of(fd, path)) return (int)syscall(call, fd);
  pthread_mutex_lock(&guard);
  const enum deed deed = judge(name, path);
  const int told_errno = errno;
  const bool is_bad = deed == fail || deed == drop;
  settle(fd, is_bad);
  const int done = is_bad ? (deed == fail ? -1 : 0) : (int)syscall(call, fd);
  if (deed == fail) errno = told_errno;
  pthread_mutex_unlock(&guard);
  return done;
}
int fsync(int fd) { return sync_file("fsync", SYS_fsync, fd); }
int fdatasync(int fd) { return sync_file("fdatasync", SYS_fdatasync, fd); }

int ftruncate(int fd, off_t size) {
  char path[PATH_MAX];
  if (path_of(fd, path)) {
    const enum deed deed = judge("ftruncate", path);
    if (deed == fail) return -1;
    if (deed == drop) return 0;
  }
  return (int)syscall(SYS_ftruncate, fd, size);
}
int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }

static int open_file(const char* path, int flags, mode_t mode) {
  if (is_in_folder(path) && (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0 &&
      judge("open", path) == fail)
    return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
static mode_t mode_of(int flags, va_list more) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? (mode_t)va_arg(more, int) : 0;
}
int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_file(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_file(path, flags, mode);
}
int __open_2(const char* path, int flags) { return open_file(path, flags, 0); }
int __open64_2(const char* path, int flags) { return open_file(path, flags, 0); }
int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  if (folder == AT_FDCWD || path[0] == '/') return open_file(path, flags, mode);
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return openat(folder, path, flags, mode);
}
int mkostemp(char* form, int flags) {
  if (is_in_folder(form) && judge("open", form) == fail) return -1;
  return REAL(mkostemp)(form, flags);
}
int mkostemp64(char* form, int flags) { return mkostemp(form, flags); }

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned int flags) {
  if (is_in_folder(to)) {
    const enum deed deed = judge("rename", to);
    if (deed == fail) return -1;
    if (deed == drop) return 0;
  }
  return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}
int rename(const char* from, const char* to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }
int link(const char* from, const char* to) {
  if (is_in_folder(to)) {
    const enum deed deed = judge("link", to);
    if (deed == fail) return -1;
    if (deed == drop) return 0;
  }
  return (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int unlink(const char* path) {
  if (is_in_folder(path)) {
    const enum deed deed = judge("unlink", path);
    if (deed == fail) return -1;
    if (deed == drop) return 0;
  }
  return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
int statfs(const char* path, struct statfs* status) {
  const int done = REAL(statfs)(path, status);
  const char* magic = told("INROAD_FAULT_MOUNT");
  if (done == 0 && *magic && is_in_folder(path))
    status->f_type = (__fsword_t)strtoul(magic, NULL, 16);
  return done;
}
int statfs64(const char* path, struct statfs64* status) {
  return statfs(path, (struct statfs*)status);
}
int unlinkat(int folder, const char* path, int flags) {
  char whole[PATH_MAX * 2];
  if (folder == AT_FDCWD || path[0] == '/') {
    snprintf(whole, sizeof whole, "%s", path);
  } else {
    char parent[PATH_MAX];
    path_of(folder, parent);
    snprintf(whole, sizeof whole, "%s/%s", parent, path);
  }
  if (is_in_folder(whole)) {
    const enum deed deed = judge("unlink", whole);
    if (deed == fail) return -1;
    if (deed == drop) return 0;
  }
  return (int)syscall(SYS_unlinkat, folder, path, flags);
}
char* mkdtemp(char* form) {
  if (is_in_folder(form) && judge("mkdir", form) == fail) return NULL;
  return REAL(mkdtemp)(form);
}
ssize_t sendfile(int to, int from, off_t* at, size_t size) {
  char path[PATH_MAX];
  if (path_of(to, path)) {
    pthread_mutex_lock(&guard);
    const enum deed deed = judge("sendfile", path);
    const int told_errno = errno;
    if (deed == half && size > 1) size /= 2;
    pthread_mutex_unlock(&guard);
    errno = told_errno;
    if (deed == fail) return -1;
    if (deed == drop) return (ssize_t)size;
  }
  return (ssize_t)syscall(SYS_sendfile, to, from, at, size);
}
ssize_t sendfile64(int to, int from, off_t* at, size_t size) {
  return sendfile(to, from, at, size);
}
int remove(const char* path) {
  struct stat now;
  if (fstatat(AT_FDCWD, path, &now, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(now.st_mode))
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
  return unlink(path);
}
