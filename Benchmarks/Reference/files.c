#include "reference.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int by_name(const void *one, const void *other) {
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static void add(struct files *files, char *path) {
    if (files->count == files->room) {
        files->room = files->room ? files->room * 2 : 1024;
        files->paths = realloc(files->paths, files->room * sizeof *files->paths);
    }
    files->paths[files->count++] = path;
}

void walk(const char *path, struct files *files) {
    DIR *folder = opendir(path);
    if (!folder) return;
    struct files names = {0};
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        char *child = malloc(strlen(path) + strlen(entry->d_name) + 3);
        // The kind stands before the path, so that sorting by path keeps both together.
        sprintf(child, "%s/%s", path, entry->d_name);
        char *tagged = malloc(strlen(child) + 2);
        sprintf(tagged, "%s%c", child, entry->d_type == DT_DIR ? '/' : '\0');
        free(child);
        add(&names, tagged);
    }
    closedir(folder);
    qsort(names.paths, names.count, sizeof *names.paths, by_name);
    for (size_t index = 0; index < names.count; index++) {
        char *child = names.paths[index];
        size_t length = strlen(child);
        if (child[length - 1] != '/') {
            add(files, child);
            continue;
        }
        child[length - 1] = 0;
        walk(child, files);
        free(child);
    }
    free(names.paths);
}

bool read_file(const char *path, struct text *text) {
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return false;
    struct stat status;
    bool done = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    text->count = 0;
    if (done && text->room < (size_t)status.st_size) {
        text->room = (size_t)status.st_size * 2;
        text->start = realloc(text->start, text->room);
    }
    while (done && text->count < (size_t)status.st_size) {
        ssize_t got = read(file, text->start + text->count, (size_t)status.st_size - text->count);
        if (got <= 0) break;
        text->count += (size_t)got;
    }
    close(file);
    return done;
}
