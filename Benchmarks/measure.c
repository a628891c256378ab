// measure COMMAND…: runs a command and prints wall seconds, CPU seconds and peak memory in KiB, as wait4 tells them.
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
    if (count < 2) return fputs("measure COMMAND...\n", stderr), 64;
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child = fork();
    if (child == 0) return execvp(arguments[1], arguments + 1), perror(arguments[1]), 127;
    struct rusage usage;
    int status;
    if (child < 0 || wait4(child, &status, 0, &usage) < 0) return perror("measure"), 2;
    clock_gettime(CLOCK_MONOTONIC, &end);
    double wall = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    printf("%.3f %.3f %ld\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
    // An audit exits with 1 or 2 for what it found; anything beyond is a failure to run.
    return WIFEXITED(status) && WEXITSTATUS(status) <= 2 ? 0 : 2;
}
