/**
 * harness.c - the C libraries over the same pages, one round at a time, for `spillway bench codec`.
 *
 *   harness FILE PAGE_BYTES
 *
 * FILE holds whole pages, one after the other. The program first prints a line for each of its codecs ("codec
 * lz4 1.9.4"), then "ready". After that each line on stdin names a codec. It makes one pass over all pages in
 * each direction, and the answer is the line
 *
 *   NAME ENCODE_NANOSECONDS DECODE_NANOSECONDS BYTES
 *
 * BYTES is the sum of the blocks, where no block counts more than a page. Blocks are stored side by side, as
 * in a slab. Every page is decoded into one buffer, as by a load. After each timed pass the blocks are
 * decoded again and compared with the pages: a difference ends the program with 1. The program ends when its
 * stdin ends.
 *
 * "twin" is Spillway's encoder in C (encode.c) with liblz4's decoder. A library is included if its WITH_...
 * is defined (cli/bench/codec/native.ts finds the libraries). The codecs make their default calls. They keep
 * no state between pages except what the API requires: LZO's work memory, zstd's contexts.
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

/** Room for a block of any codec. The widest bound is snappy's: the page, a sixth of it, and 32 bytes. */
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

/** The steps of our encoder. liblz4 decodes its blocks. */
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
  if (lzo_init() == LZO_E_OK)
    list[n++] = (struct codec){"lzo1x-1", lzo_version_string(), lzo_encode, lzo_decode};
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
  // The twin reads up to 24 bytes beyond the pages.
  pages.bytes = (uint8_t *)take(pages.count * page + 128) + 64;
  if (fread(pages.bytes, page, pages.count, file) != pages.count) exit(1);
  fclose(file);
  pages.blocks = take(pages.count * ROOM(page) + 1);
  pages.lengths = take((pages.count + 1) * sizeof *pages.lengths);
  pages.target = take(ROOM(page));
  return pages;
}

/** Decodes all blocks. With `compare` it also compares them with the pages, which is not for timing. */
static void decode_all(const struct codec *codec, struct pages *pages, int compare) {
  const uint8_t *block = pages->blocks;
  for (size_t i = 0; i < pages->count; i++) {
    size_t length = codec->decode(block, pages->lengths[i], pages->target, pages->page);
    block += pages->lengths[i];
    if (!compare) continue;
    const uint8_t *page = pages->bytes + i * pages->page;
    if (length == pages->page && !memcmp(pages->target, page, pages->page)) continue;
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
  for (size_t i = 0; i < pages->count; i++)
    bytes += pages->lengths[i] < pages->page ? pages->lengths[i] : pages->page;
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
