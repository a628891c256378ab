#include "MozillaRootStore.h"

/* Written by Scripts/update-mozilla so that the build notices a new file; SHA-256 of the embedded file: 16833e46bc4e8928b3cb1d8f57fc3b23ab8b00de2f6866f31f06698d0d775047 */

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char certificates[] = {
#embed "certificates.der"
};

static const char version[] = "2026.10.18";

const unsigned char *mozilla_root_store_certificates(size_t *count) {
    *count = sizeof certificates;
    return certificates;
}

const char *mozilla_root_store_version(void) { return version; }
