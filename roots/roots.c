#include "MicrosoftRoots.h"

/* Written by Scripts/update-roots so that the build notices new files; SHA-256 of the embedded files: 90de4ad95fd50bbefec3051280f36b2147e54cde5942d70a1efafb8c26c19415 */

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char list[] = {
#embed "authroot.stl"
};

static const unsigned char certificates[] = {
#embed "certificates.der"
};

static const unsigned char history[] = {
#embed "history.tsv"
};

const unsigned char *microsoft_roots_list(size_t *count) {
    *count = sizeof list;
    return list;
}

const unsigned char *microsoft_roots_certificates(size_t *count) {
    *count = sizeof certificates;
    return certificates;
}

const unsigned char *microsoft_roots_history(size_t *count) {
    *count = sizeof history;
    return history;
}
