package dev.unitracker.store.jdbc;

import dev.unitracker.spi.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The scopes of one account, read once in a transaction: there are few, and nobody else writes them meanwhile. */
final class JdbcScopes {

    static final String ALL = """
            select collector, scope_key, settled
            from tracker_scope
            where account = :account""";

    static final String INSERT = """
            insert into tracker_scope (account, scope_id, collector, scope_key, settled)
            values (:account, :scope_id, :collector, :scope_key, :settled)""";

    static final String SETTLE = """
            update tracker_scope set settled = true
            where account = :account and scope_id = :scope_id""";

    private final AccountTransaction transaction;
    private @Nullable Map<Scope, Boolean> known;

    /** Scopes that a sighting was read of: they need no look of their own. */
    private final Set<Scope> met = new HashSet<>();

    JdbcScopes(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    Set<Scope> settled() {
        return known().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Notes that a scope is there. */
    void meet(Scope scope) {
        met.add(scope);
    }

    void add(Collection<Scope> scopes) {
        if (!met.containsAll(scopes)) {
            insert(scopes, false);
        }
    }

    void settle(Collection<Scope> scopes) {
        List<Scope> unsettled = scopes.stream()
                .distinct()
                .filter(scope -> Boolean.FALSE.equals(known().get(scope)))
                .toList();
        insert(scopes, true);
        if (!unsettled.isEmpty()) {
            transaction.write("settle scopes", handle -> Batches.run(handle, SETTLE, unsettled, this::bind));
            unsettled.forEach(scope -> known().put(scope, true));
        }
    }

    private void insert(Collection<Scope> scopes, boolean settled) {
        List<Scope> added = scopes.stream()
                .distinct()
                .filter(scope -> !known().containsKey(scope))
                .toList();
        if (!added.isEmpty()) {
            transaction.write(
                    "add scopes",
                    handle -> Batches.run(
                            handle,
                            INSERT,
                            added,
                            (batch, scope) -> bind(batch, scope)
                                    .bind("collector", scope.part())
                                    .bind("scope_key", scope.key())
                                    .bind("settled", settled)));
            added.forEach(scope -> known().put(scope, settled));
        }
    }

    private PreparedBatch bind(PreparedBatch batch, Scope scope) {
        return batch.bind("account", transaction.account()).bind("scope_id", Ids.of(scope));
    }

    private Map<Scope, Boolean> known() {
        Map<Scope, Boolean> scopes = known;
        if (scopes == null) {
            scopes = transaction.read("read scopes", this::read);
            known = scopes;
        }
        return scopes;
    }

    private Map<Scope, Boolean> read(Handle handle) {
        Map<Scope, Boolean> scopes = new HashMap<>();
        handle.createQuery(ALL)
                .bind("account", transaction.account())
                .map((row, context) -> Map.entry(
                        new Scope(row.getString("collector"), row.getString("scope_key")), row.getBoolean("settled")))
                .forEach(entry -> scopes.put(entry.getKey(), entry.getValue()));
        return scopes;
    }
}
