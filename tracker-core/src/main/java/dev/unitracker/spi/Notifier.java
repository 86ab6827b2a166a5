package dev.unitracker.spi;

import dev.unitracker.model.Change;
import java.util.List;

/** Tells somebody. Called by one thread at a time. */
public interface Notifier {

    /** Returns the name under which it is remembered what was told. Never changes. */
    String name();

    /**
     * Tells about changes, in the order of the ledger. Returns only when they are told; what was not told when it throws
     * is offered again later, so the same change may come twice, never not at all.
     *
     * @param changes at least one
     */
    void tell(List<Change> changes);
}
