/**
 * harness.c - the C libraries over the same pages, one round at a time, for `spillway bench codec`.
 *
 *   harness FILE PAGE_BYTES
 *
 * FILE holds whole pages, one after the other. Says on stdout one line per codec it was built with ("codec lz4 1.9.4"),
 * then "ready". From then on each line on stdin names a codec; the answer is one line
 *
 *   NAME ENCODE_NANOSECONDS DECODE_NANOSECONDS BYTES
 *
 * for one pass over all pages each way. BYTES is the sum of the blocks, each counted as a page at most. Blocks lie side by
 * side, as in a slab; every page is decoded into one buffer, as a load does. After each timed pass the blocks are decoded
 * again and compared with the pages: a difference ends the program with 1. Ends with its stdin.
 *
 * "twin" is Spillway's encoder in C (encode.c) with liblz4's decoder. Each library is used if WITH_... says so (src/cli/native.ts finds out). Their default calls, no state kept between pages
 * but what an API asks for (LZO's work memory, zstd's contexts).
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef WITH_LZ4
#include <lz4.h>

#include "encode.c"
#endif
#ifdef WITH_LZO
#include <lzo/lzo1x.h>
#endif
#ifdef WITH_SNAPPY
#include <snappy-c.h>
#endif
#ifdef WITH_ZSTD
#include <zstd.h>
#endif

/** Room for a block of any of them: snappy's bound, the page, a sixth of it and 32, is the widest. */
#define ROOM(bytes) ((bytes) + (bytes) / 6 + 1024)

typedef size_t (*transform)(const uint8_t *from, size_t bytes, uint8_t *to, size_t room);

struct codec {
  const char *name;
  const char *version;
  transform encode;
  transform decode;
};

static size_t copy(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  (void)room;
  memcpy(to, from, bytes);
  return bytes;
}

#ifdef WITH_LZ4
static size_t lz4_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return (size_t)LZ4_compress_default((const char *)from, (char *)to, (int)bytes, (int)room);
}
static size_t lz4_decode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return (size_t)LZ4_decompress_safe((const char *)from, (char *)to, (int)bytes, (int)room);
}

/** The steps of our encoder; its blocks decoded by liblz4. */
static uint16_t twin_table[1 << TABLE_LOG2];
static size_t twin_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return spillway_encode(from, (uint32_t)bytes, to, (uint32_t)room, twin_table);
}
#endif

#ifdef WITH_LZO
static uint8_t lzo_work[LZO1X_1_MEM_COMPRESS];
static size_t lzo_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  lzo_uint length = room;
  return lzo1x_1_compress(from, bytes, to, &length, lzo_work) == LZO_E_OK ? length : 0;
}
static size_t lzo_decode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  lzo_uint length = room;
  return lzo1x_decompress_safe(from, bytes, to, &length, NULL) == LZO_E_OK ? length : 0;
}
#endif

#ifdef WITH_SNAPPY
static size_t snappy_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  size_t length = room;
  return snappy_compress((const char *)from, bytes, (char *)to, &length) == SNAPPY_OK ? length : 0;
}
static size_t snappy_decode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  size_t length = room;
  return snappy_uncompress((const char *)from, bytes, (char *)to, &length) == SNAPPY_OK ? length : 0;
}
#endif

#ifdef WITH_ZSTD
static ZSTD_CCtx *zstd_compressor;
static ZSTD_DCtx *zstd_decompressor;
static size_t zstd_encode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return ZSTD_compressCCtx(zstd_compressor, to, room, from, bytes, 1);
}
static size_t zstd_decode(const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  return ZSTD_decompressDCtx(zstd_decompressor, to, room, from, bytes);
}
#endif

static const struct codec *codecs(size_t *count) {
  static struct codec list[8];
  size_t n = 0;
  list[n++] = (struct codec){"memcpy", "", copy, copy};
#ifdef WITH_LZ4
  list[n++] = (struct codec){"lz4", LZ4_versionString(), lz4_encode, lz4_decode};
  list[n++] = (struct codec){"twin", "", twin_encode, lz4_decode};
#endif
#ifdef WITH_LZO
  if (lzo_init() == LZO_E_OK) list[n++] = (struct codec){"lzo1x-1", lzo_version_string(), lzo_encode, lzo_decode};
#endif
#ifdef WITH_SNAPPY
  list[n++] = (struct codec){"snappy", "", snappy_encode, snappy_decode};
#endif
#ifdef WITH_ZSTD
  zstd_compressor = ZSTD_createCCtx();
  zstd_decompressor = ZSTD_createDCtx();
  list[n++] = (struct codec){"zstd-1", ZSTD_versionString(), zstd_encode, zstd_decode};
#endif
  *count = n;
  return list;
}

static uint64_t nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static void *take(size_t bytes) {
  void *at = calloc(1, bytes);
  if (!at) {
    fprintf(stderr, "harness: no memory\n");
    exit(1);
  }
  return at;
}

struct pages {
  uint8_t *bytes;
  size_t count;
  size_t page;
  uint8_t *blocks;
  uint32_t *lengths;
  uint8_t *target;
};

static struct pages read_pages(const char *path, size_t page) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) {
    fprintf(stderr, "harness: cannot read %s\n", path);
    exit(1);
  }
  struct pages pages = {.count = (size_t)ftell(file) / page, .page = page};
  rewind(file);
  // The twin of our encoder looks a few bytes beyond the pages on both sides.
  pages.bytes = (uint8_t *)take(pages.count * page + 128) + 64;
  if (fread(pages.bytes, page, pages.count, file) != pages.count) exit(1);
  fclose(file);
  pages.blocks = take(pages.count * ROOM(page) + 1);
  pages.lengths = take((pages.count + 1) * sizeof *pages.lengths);
  pages.target = take(ROOM(page));
  return pages;
}

/** Decodes all blocks; with `compare` also looks at what came of them, which is not for timing. */
static void decode_all(const struct codec *codec, struct pages *pages, int compare) {
  const uint8_t *block = pages->blocks;
  for (size_t i = 0; i < pages->count; i++) {
    size_t length = codec->decode(block, pages->lengths[i], pages->target, pages->page);
    block += pages->lengths[i];
    if (!compare) continue;
    if (length == pages->page && !memcmp(pages->target, pages->bytes + i * pages->page, pages->page)) continue;
    fprintf(stderr, "harness: %s does not give page %zu back\n", codec->name, i);
    exit(1);
  }
}

static void run(const struct codec *codec, struct pages *pages) {
  uint64_t start = nanoseconds();
  uint8_t *to = pages->blocks;
  for (size_t i = 0; i < pages->count; i++) {
    size_t length = codec->encode(pages->bytes + i * pages->page, pages->page, to, ROOM(pages->page));
    pages->lengths[i] = (uint32_t)length;
    to += length;
  }
  uint64_t encoded = nanoseconds();
  decode_all(codec, pages, 0);
  uint64_t decoded = nanoseconds();
  decode_all(codec, pages, 1);
  uint64_t bytes = 0;
  for (size_t i = 0; i < pages->count; i++) bytes += pages->lengths[i] < pages->page ? pages->lengths[i] : pages->page;
  printf("%s %llu %llu %llu\n", codec->name, (unsigned long long)(encoded - start),
         (unsigned long long)(decoded - encoded), (unsigned long long)bytes);
  fflush(stdout);
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: harness FILE PAGE_BYTES\n");
    return 2;
  }
  struct pages pages = read_pages(argv[1], strtoul(argv[2], NULL, 10));
  size_t count;
  const struct codec *list = codecs(&count);
  for (size_t i = 0; i < count; i++) printf("codec %s %s\n", list[i].name, list[i].version);
  printf("ready\n");
  fflush(stdout);

  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    for (size_t i = 0; i < count; i++)
      if (!strcmp(line, list[i].name)) run(&list[i], &pages);
  }
  return 0;
}
