#ifndef CHAINCHECK_PUBLIC_SUFFIX_LIST_H
#define CHAINCHECK_PUBLIC_SUFFIX_LIST_H

#include <stddef.h>

/* The rules of the list's ICANN section in A-labels, sorted, each followed by a line feed. */
const unsigned char *public_suffix_rules(size_t *count);

#endif
