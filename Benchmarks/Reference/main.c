// reference THREADS FOLDER ANCHORS.pem POOL.pem UNIX-TIME DOMAIN OUTPUT
#include "reference.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { chunk_size = 64 };

static struct files files;
static const char *domain;
static time_t at;
static int output;
static atomic_size_t next_chunk, certificates;
static pthread_mutex_t turn_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t turn_comes = PTHREAD_COND_INITIALIZER;
static size_t turn;

static void take(struct octets der, void *context) {
    struct kit *kit = context;
    uint8_t digest[digest_size];
    EVP_Digest(der.start, der.count, digest, NULL, kit->sha256, NULL);
    if (!is_first(digest)) return;
    X509 *certificate = parse(der);
    if (!certificate) return;
    append_certificate(kit, certificate, der, digest, domain, at);
    X509_free(certificate);
    certificates++;
}

static void write_in_turn(size_t chunk, struct text *text) {
    pthread_mutex_lock(&turn_lock);
    while (turn != chunk) pthread_cond_wait(&turn_comes, &turn_lock);
    for (size_t done = 0; done < text->count;) {
        ssize_t count = write(output, text->start + done, text->count - done);
        if (count < 0) abort();
        done += (size_t)count;
    }
    text->count = 0;
    turn++;
    pthread_cond_broadcast(&turn_comes);
    pthread_mutex_unlock(&turn_lock);
}

static void *work(void *unused) {
    struct kit kit = {.sha256 = EVP_MD_fetch(NULL, "SHA256", NULL), .sha1 = EVP_MD_fetch(NULL, "SHA1", NULL)};
    for (size_t chunk; (chunk = next_chunk++) * chunk_size < files.count;) {
        size_t start = chunk * chunk_size;
        for (size_t index = start; index < start + chunk_size && index < files.count; index++) {
            char facts[64];
            size_t found = 0;
            if (read_file(files.paths[index], &kit.file))
                found = each_certificate(&kit.file, &kit.scratch, take, &kit);
            append_text(&kit.line, "{\"type\":\"file\",\"path\":");
            append_json(&kit.line, (const uint8_t *)files.paths[index], strlen(files.paths[index]));
            snprintf(facts, sizeof facts, ",\"certificates\":%zu}\n", found);
            append_text(&kit.line, facts);
        }
        write_in_turn(chunk, &kit.line);
    }
    return unused;
}

int main(int count, char **arguments) {
    if (count != 8) return fputs("reference THREADS FOLDER ANCHORS POOL UNIX-TIME DOMAIN OUTPUT\n", stderr), 64;
    int threads = atoi(arguments[1]);
    load_authorities(arguments[3], true);
    load_authorities(arguments[4], false);
    at = (time_t)atoll(arguments[5]);
    domain = arguments[6];
    judge_authorities(at);
    output = open(arguments[7], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (output < 0) return perror(arguments[7]), 2;
    walk(arguments[2], &files);
    pthread_t others[64];
    if (threads < 1 || threads > 64) threads = 1;
    for (int index = 1; index < threads; index++) pthread_create(&others[index], NULL, work, NULL);
    work(NULL);
    for (int index = 1; index < threads; index++) pthread_join(others[index], NULL);
    fprintf(stderr, "%zu certificates\n", (size_t)certificates);
    return close(output) == 0 ? 0 : 2;
}
