#include "reference.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// Digests by open addressing in shards, each with a lock of its own; a digest is its own hash.
enum { shards = 64 };

static struct shard {
    pthread_mutex_t lock;
    uint8_t (*slots)[digest_size];
    size_t count, room;
} table[shards] = {[0 ... shards - 1] = {.lock = PTHREAD_MUTEX_INITIALIZER}};

static const uint8_t none[digest_size];

static bool insert(struct shard *shard, const uint8_t digest[digest_size]) {
    uint64_t hash;
    memcpy(&hash, digest + 8, sizeof hash);
    for (size_t slot = hash & (shard->room - 1);; slot = (slot + 1) & (shard->room - 1)) {
        if (memcmp(shard->slots[slot], digest, digest_size) == 0) return false;
        if (memcmp(shard->slots[slot], none, digest_size) != 0) continue;
        memcpy(shard->slots[slot], digest, digest_size);
        shard->count++;
        return true;
    }
}

static void grow(struct shard *shard) {
    struct shard larger = {.room = shard->room ? shard->room * 2 : 64};
    larger.slots = calloc(larger.room, digest_size);
    if (!larger.slots) abort();
    for (size_t slot = 0; slot < shard->room; slot++)
        if (memcmp(shard->slots[slot], none, digest_size) != 0) insert(&larger, shard->slots[slot]);
    free(shard->slots);
    shard->slots = larger.slots;
    shard->room = larger.room;
}

bool is_first(const uint8_t digest[digest_size]) {
    struct shard *shard = &table[digest[0] % shards];
    pthread_mutex_lock(&shard->lock);
    if (shard->count * 2 >= shard->room) grow(shard);
    bool inserted = insert(shard, digest);
    pthread_mutex_unlock(&shard->lock);
    return inserted;
}
