#include "PublicSuffixList.h"

/* Written by Scripts/update-suffixes so that the build notices a new file; SHA-256 of the embedded file: 3aad31d125e065d067c738a00ff4acd8bae20ccd0197ca014c207c8b91e9ba78 */

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char rules[] = {
#embed "icann.txt"
};

const unsigned char *public_suffix_rules(size_t *count) {
    *count = sizeof rules;
    return rules;
}
