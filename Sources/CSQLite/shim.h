#ifndef DOVETAIL_CSQLITE_H
#define DOVETAIL_CSQLITE_H

#include <sqlite3.h>

// Swift can neither call C variadics nor see macros that are function pointers.

static inline int dovetail_sqlite3_set_flag(sqlite3 *database, int flag, int value) {
  return sqlite3_db_config(database, flag, value, (int *)0);
}

static inline int dovetail_sqlite3_count_memory(int isCounted) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, isCounted);
}

static inline int dovetail_sqlite3_bind_text(
    sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

static inline void dovetail_sqlite3_result_text(
    sqlite3_context *context, const unsigned char *text, int length) {
  sqlite3_result_text(context, (const char *)text, length, SQLITE_TRANSIENT);
}

// Views may read the table, too.
static inline int dovetail_sqlite3_make_innocuous(sqlite3 *database) {
  return sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
}

#endif
