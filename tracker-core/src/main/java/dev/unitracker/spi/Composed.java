package dev.unitracker.spi;

/** A session made of parts that come from several places. */
record Composed(Owned owned, Watched watched, Told told, Briefed briefed) implements StoreSession {

    @Override
    public Profiles profiles() {
        return owned.profiles();
    }

    @Override
    public Notes notes() {
        return owned.notes();
    }

    @Override
    public Items items() {
        return watched.items();
    }

    @Override
    public Sightings sightings() {
        return watched.sightings();
    }

    @Override
    public Ledger ledger() {
        return watched.ledger();
    }

    @Override
    public Runs runs() {
        return watched.runs();
    }

    @Override
    public Leases leases() {
        return watched.leases();
    }

    @Override
    public Outbox outbox() {
        return told.outbox();
    }

    @Override
    public Briefs briefs() {
        return briefed.briefs();
    }

    @Override
    public ModelJobs modelJobs() {
        return briefed.modelJobs();
    }
}
