#include "CProcessArguments.h"

#include <stddef.h>

// Swift's CommandLine.arguments reads /proc/self/cmdline on Linux, and is empty where /proc is not mounted: in a chroot, or
// in a container of little. glibc and dyld hand the same arguments to constructors as to main.
static int count;
static char **arguments;

__attribute__((constructor)) static void keep(int argc, char **argv)
{
    count = argc;
    arguments = argv;
}

int chaincheck_argument_count(void)
{
    return arguments == NULL ? 0 : count;
}

const char *chaincheck_argument(int place)
{
    return arguments == NULL || place < 0 || place >= count ? NULL : arguments[place];
}
