package dev.unitracker.document;

/** What an author's pen did to a piece of text. */
public enum Mark {
    /** Nothing: it stands as it was written. */
    PLAIN,
    /** It is struck out or deleted, and no longer holds. */
    STRUCK,
    /** It was inserted later, often in place of what is struck. */
    INSERTED
}
