package dev.unitracker.store.jdbc;

import dev.unitracker.spi.Lease;
import dev.unitracker.spi.Leases;
import java.util.Optional;

/** The latest lease of one account, in its row. */
final class JdbcLeases implements Leases {

    static final String UPDATE = """
            update tracker_account set lease_number = :number, lease_owner = :owner, lease_until = :until
            where account = :account""";

    private final AccountTransaction transaction;

    JdbcLeases(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Lease> latest() {
        return Optional.ofNullable(transaction.row().lease());
    }

    @Override
    public void save(Lease lease) {
        AccountRow before = transaction.row();
        transaction.write(
                "write the lease",
                handle -> handle.createUpdate(UPDATE)
                        .bind("account", transaction.account())
                        .bind("number", lease.number())
                        .bind("owner", lease.owner())
                        .bind("until", lease.until())
                        .execute());
        transaction.remember(before.with(lease));
    }
}
