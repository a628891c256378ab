#include "MicrosoftRoots.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char list[] = {
#embed "authroot.stl"
};

static const unsigned char certificates[] = {
#embed "certificates.der"
};

const unsigned char *microsoft_roots_list(size_t *count) {
    *count = sizeof list;
    return list;
}

const unsigned char *microsoft_roots_certificates(size_t *count) {
    *count = sizeof certificates;
    return certificates;
}
