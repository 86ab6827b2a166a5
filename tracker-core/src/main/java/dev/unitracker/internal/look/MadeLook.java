package dev.unitracker.internal.look;

import dev.unitracker.model.Change;
import dev.unitracker.run.Run;
import java.util.List;

/**
 * A look that was made.
 *
 * @param run the run as it was stored
 * @param gathering what was seen
 * @param changes the new ledger entries, in order
 * @param items how many items there are now, removed ones left out
 */
public record MadeLook(Run run, Gathering gathering, List<Change> changes, int items) {}
