#ifndef DOVETAIL_CARCHIVE_H
#define DOVETAIL_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>

// libarchive reads an archive that lies in another one through a callback; its buffer lives in C.

struct dovetail_nested {
  struct archive *outer;
  char buffer[65536];
};

static inline la_ssize_t dovetail_nested_read(
    struct archive *inner, void *data, const void **block) {
  struct dovetail_nested *nested = data;
  la_ssize_t count = archive_read_data(nested->outer, nested->buffer, sizeof nested->buffer);
  *block = nested->buffer;
  if (count < 0) {
    archive_set_error(inner, EIO, "%s", archive_error_string(nested->outer));
    return ARCHIVE_FATAL;
  }
  return count;
}

static inline int dovetail_nested_close(struct archive *inner, void *data) {
  (void)inner;
  free(data);
  return ARCHIVE_OK;
}

// Opens the entry of `outer` whose header was just read; `outer` must outlive `inner`.
static inline int dovetail_open_nested(struct archive *inner, struct archive *outer) {
  struct dovetail_nested *nested = malloc(sizeof *nested);
  if (!nested) return ARCHIVE_FATAL;
  nested->outer = outer;
  return archive_read_open(inner, nested, NULL, dovetail_nested_read, dovetail_nested_close);
}

#endif
