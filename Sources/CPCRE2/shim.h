#pragma once

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// Swift does not see the names that PCRE2 makes of its macros.

static inline pcre2_code_8 *dovetail_pcre2_compile(
    const unsigned char *pattern, size_t length, int caseless, int *error, size_t *offset) {
  return pcre2_compile_8(pattern, length, caseless ? PCRE2_CASELESS : 0, error, offset, NULL);
}

static inline int dovetail_pcre2_match(
    const pcre2_code_8 *code, const unsigned char *subject, size_t length,
    pcre2_match_data_8 *data) {
  pcre2_match_context_8 *context = pcre2_match_context_create_8(NULL);
  if (context == NULL) return -1;
  pcre2_set_match_limit_8(context, 1000000);
  int count = pcre2_match_8(code, subject, length, 0, 0, data, context);
  pcre2_match_context_free_8(context);
  return count;
}

static inline unsigned int dovetail_pcre2_info(const pcre2_code_8 *code, unsigned int what) {
  unsigned int value = 0;
  return pcre2_pattern_info_8(code, what, &value) == 0 ? value : 0;
}

static inline const unsigned char *dovetail_pcre2_names(const pcre2_code_8 *code) {
  const unsigned char *names = NULL;
  return pcre2_pattern_info_8(code, PCRE2_INFO_NAMETABLE, &names) == 0 ? names : NULL;
}
