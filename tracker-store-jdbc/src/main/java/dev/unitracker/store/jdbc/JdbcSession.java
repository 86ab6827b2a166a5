package dev.unitracker.store.jdbc;

import dev.unitracker.spi.Briefs;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.Leases;
import dev.unitracker.spi.Ledger;
import dev.unitracker.spi.ModelJobs;
import dev.unitracker.spi.Notes;
import dev.unitracker.spi.Outbox;
import dev.unitracker.spi.Profiles;
import dev.unitracker.spi.Runs;
import dev.unitracker.spi.Sightings;
import dev.unitracker.spi.StoreSession;

/** The parts of the store in one transaction. */
record JdbcSession(
        Profiles profiles,
        Items items,
        Sightings sightings,
        Ledger ledger,
        Runs runs,
        Notes notes,
        Outbox outbox,
        Leases leases,
        Briefs briefs,
        ModelJobs modelJobs)
        implements StoreSession {

    JdbcSession(AccountTransaction transaction) {
        this(
                new JdbcProfiles(transaction),
                new JdbcItems(transaction),
                new JdbcSightings(transaction),
                new JdbcLedger(transaction),
                new JdbcRuns(transaction),
                new JdbcNotes(transaction),
                new JdbcOutbox(transaction),
                new JdbcLeases(transaction),
                new JdbcBriefs(transaction),
                new JdbcModelJobs(transaction));
    }
}
