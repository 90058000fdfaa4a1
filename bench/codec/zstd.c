/* zstd.c - what libzstd makes of pages, each by itself: PAGE_BYTES LEVEL < pages.
 *
 * Prints the bytes of all blocks, where a block counts at most as its page; the mean ns to encode a page; the
 * mean ns to decode one. Every page is compared. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zstd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv) {
  size_t page = argc > 1 ? strtoul(argv[1], 0, 10) : 4096;
  int level = argc > 2 ? atoi(argv[2]) : 1;
  size_t room = ZSTD_compressBound(page), total = 0, count = 0;
  char *in = malloc(page), *block = malloc(room), *out = malloc(page);
  ZSTD_CCtx *encoder = ZSTD_createCCtx();
  ZSTD_DCtx *decoder = ZSTD_createDCtx();
  double encode = 0, decode = 0;
  while (fread(in, 1, page, stdin) == page) {
    double t0 = now();
    size_t bytes = ZSTD_compressCCtx(encoder, block, room, in, page, level);
    double t1 = now();
    size_t back = ZSTD_decompressDCtx(decoder, out, page, block, bytes);
    double t2 = now();
    if (ZSTD_isError(bytes) || back != page || memcmp(in, out, page)) return 1;
    encode += t1 - t0;
    decode += t2 - t1;
    total += bytes < page ? bytes : page;
    count++;
  }
  printf("%zu %.0f %.0f\n", total, count ? encode / count : 0, count ? decode / count : 0);
  return 0;
}
