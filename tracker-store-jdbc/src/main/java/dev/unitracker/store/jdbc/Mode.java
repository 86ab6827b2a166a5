package dev.unitracker.store.jdbc;

/** What a transaction is for. */
enum Mode {
    /** It reads one snapshot, and may write nothing. */
    READING,
    /** It reads one snapshot, and may write; if somebody else wrote meanwhile, it is done again. */
    WRITING,
    /** It keeps others from writing before it reads, and reads what is committed by then. */
    TAKING_FIRST
}
