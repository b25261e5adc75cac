// SPDX-License-Identifier: MIT
#include "plugins/plugin_host/call_filter.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <memory>

namespace inroad::plugins {
namespace {

using Filter = std::unique_ptr<void, void (*)(scmp_filter_ctx)>;

// Whatever the arguments. Not among them: making files, memory files, pipes, sockets or processes,
// signals, other processes, changing limits. Files are opened as far as the file rules allow.
constexpr int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(pread64),
    SCMP_SYS(pwrite64), SCMP_SYS(lseek), SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(close),
    SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(ftruncate),
    SCMP_SYS(dup),
    // memory
    SCMP_SYS(mmap), SCMP_SYS(mprotect), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    SCMP_SYS(brk),
    // threads and time
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(set_tid_address), SCMP_SYS(rseq),
    SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday),
    SCMP_SYS(time), SCMP_SYS(pause), SCMP_SYS(restart_syscall), SCMP_SYS(arch_prctl),
    // about oneself
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrandom),
    SCMP_SYS(getrusage), SCMP_SYS(times), SCMP_SYS(getrlimit), SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    // the one socket it has
    SCMP_SYS(sendmsg), SCMP_SYS(sendto), SCMP_SYS(recvmsg), SCMP_SYS(recvfrom), SCMP_SYS(poll),
    SCMP_SYS(ppoll)};

bool allow(scmp_filter_ctx filter, int call, std::initializer_list<scmp_arg_cmp> arguments = {}) {
  const int result = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call,
                                            static_cast<unsigned>(arguments.size()),
                                            arguments.begin());
  return result == 0 || result == -EDOM;  // a call this machine does not have
}

bool allow_with_arguments(scmp_filter_ctx filter) {
  bool is_done = true;
  // Threads; the newer call hides its flags from the filter, and is said not to exist.
  is_done &= allow(filter, SCMP_SYS(clone), {SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)});
  is_done &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
  // abort() and raise(); also of a thread by number, but only of one's own process.
  is_done &= allow(filter, SCMP_SYS(tgkill),
                   {SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()))});
  is_done &= allow(filter, SCMP_SYS(prlimit64), {SCMP_A2(SCMP_CMP_EQ, 0)});  // asking, not setting
  is_done &= allow(filter, SCMP_SYS(ioctl), {SCMP_A1(SCMP_CMP_EQ, TCGETS)});  // is it a terminal
  for (const int command : {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_GET_SEALS})
    is_done &= allow(filter, SCMP_SYS(fcntl), {SCMP_A1(SCMP_CMP_EQ, static_cast<scmp_datum_t>(command))});
  for (const int option : {PR_SET_NAME, PR_GET_NAME, PR_SET_VMA})
    is_done &= allow(filter, SCMP_SYS(prctl), {SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(option))});
  return is_done;
}

}  // namespace

bool filter_calls() {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  if (!filter) return false;
  bool is_done = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
  for (const int call : allowed) is_done = is_done && allow(filter.get(), call);
  return is_done && allow_with_arguments(filter.get()) && seccomp_load(filter.get()) == 0;
}

}  // namespace inroad::plugins
