package dev.unitracker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which state an account is in. Two that are equal mean that nothing was written in between. Immutable.
 *
 * @param ledger the number of the last entry of the ledger; 0 before the first one
 * @param lookedAt when the latest look ended, or wrote last if it goes on or broke off; null before the first one
 * @param revision a number that rises with each transaction that writes the account, whatever it writes: a look, a
 *     message, the student's word
 */
public record Version(long ledger, @Nullable Instant lookedAt, long revision) {}
