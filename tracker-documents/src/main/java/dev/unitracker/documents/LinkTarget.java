package dev.unitracker.documents;

/**
 * Where a link leads.
 *
 * @param shown the target to print; empty for one that leads nowhere else
 * @param isMail whether it is a mail address
 */
record LinkTarget(String shown, boolean isMail) {}
