// Beside libfaketime with a speed ("+0 x60"): its version in Debian 12 does not know pthread_cond_clockwait, which every
// std::condition_variable::wait_for ends in, so a deadline of the fast clock would be waited for by the slow one.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int64_t nanoseconds(const struct timespec* time) { return time->tv_sec * INT64_C(1000000000) + time->tv_nsec; }

static double speed(void) {
  const char* factor = getenv("FAKETIME");
  factor = factor ? strrchr(factor, 'x') : NULL;
  return factor ? atof(factor + 1) : 1.0;
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock,
                           const struct timespec* deadline) {
  static int (*original)(pthread_cond_t*, pthread_mutex_t*, clockid_t, const struct timespec*);
  if (!original) original = dlsym(RTLD_NEXT, "pthread_cond_clockwait");
  struct timespec fast, real;
  clock_gettime(clock, &fast);
  syscall(SYS_clock_gettime, clock, &real);
  const int64_t left = nanoseconds(deadline) - nanoseconds(&fast);
  const int64_t until = nanoseconds(&real) + (left > 0 ? (int64_t)((double)left / speed()) : 0);
  const struct timespec wanted = {until / 1000000000, until % 1000000000};
  return original(condition, mutex, clock, &wanted);
}
