package dev.unitracker.store.jdbc;

import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.SourceKeys;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sightings;
import dev.unitracker.spi.Within;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** What collectors saw of one account, in a database. */
final class JdbcSightings implements Sightings {

    static final String OF_COURSE = """
            select c.collector, c.scope_key, s.item_key, s.course, s.item_type, s.presence, s.precedence, s.part_of,
                s.fields, s.memo, s.missed, s.evidence_collector, s.evidence_request, s.evidence_artifact
            from tracker_sighting s
            join tracker_scope c on c.account = s.account and c.scope_id = s.scope_id
            where s.account = :account and s.source = :source and s.course = :course""";

    static final String OF_ITEM = """
            select c.collector, c.scope_key, s.item_key, s.course, s.item_type, s.presence, s.precedence, s.part_of,
                s.fields, s.memo, s.missed, s.evidence_collector, s.evidence_request, s.evidence_artifact
            from tracker_sighting s
            join tracker_scope c on c.account = s.account and c.scope_id = s.scope_id
            where s.account = :account and s.source = :source and s.course = :course and s.item_id = :item_id""";

    static final String OF_NO_COURSE = """
            select c.collector, c.scope_key, s.item_key, s.course, s.item_type, s.presence, s.precedence, s.part_of,
                s.fields, s.memo, s.missed, s.evidence_collector, s.evidence_request, s.evidence_artifact
            from tracker_sighting s
            join tracker_scope c on c.account = s.account and c.scope_id = s.scope_id
            where s.account = :account and s.source = :source and s.course is null""";

    /** Unlike "like", "position" takes the prefix as it is. An account has a few dozen scopes at most. */
    static final String IN_SCOPES = """
            select c.collector, c.scope_key, s.item_key, s.course, s.item_type, s.presence, s.precedence, s.part_of,
                s.fields, s.memo, s.missed, s.evidence_collector, s.evidence_request, s.evidence_artifact
            from tracker_scope c
            join tracker_sighting s on s.account = c.account and s.scope_id = c.scope_id
            where c.account = :account and position(:prefix in (c.collector || '/' || c.scope_key)) = 1""";

    static final String UPDATE = """
            update tracker_sighting set
                course = :course, item_type = :item_type, presence = :presence, precedence = :precedence,
                part_of = :part_of, missed = :missed, fields = :fields, memo = :memo,
                evidence_collector = :evidence_collector, evidence_request = :evidence_request,
                evidence_artifact = :evidence_artifact
            where account = :account and scope_id = :scope_id and item_id = :item_id""";

    static final String INSERT = """
            insert into tracker_sighting (
                account, scope_id, item_id, source, item_key, course, item_type, presence, precedence, part_of, missed,
                fields, memo, evidence_collector, evidence_request, evidence_artifact)
            values (
                :account, :scope_id, :item_id, :source, :item_key, :course, :item_type, :presence, :precedence, :part_of, :missed,
                :fields, :memo, :evidence_collector, :evidence_request, :evidence_artifact)""";

    static final String DELETE = """
            delete from tracker_sighting
            where account = :account and scope_id = :scope_id and item_id = :item_id""";

    private static final Comparator<Remembered> ORDER = Comparator.comparing(Remembered::scope)
            .thenComparing(known -> known.sighting().key(), SourceKeys.ORDER);

    private record Place(Scope scope, String key) {
        static Place of(Remembered known) {
            return new Place(known.scope(), known.sighting().key());
        }
    }

    private final AccountTransaction transaction;
    private final JdbcScopes scopes;

    JdbcSightings(AccountTransaction transaction) {
        this.transaction = transaction;
        this.scopes = new JdbcScopes(transaction);
    }

    @Override
    public List<Remembered> of(Home home) {
        return home.hasNoCourse()
                ? select(OF_NO_COURSE, query -> query.bind("source", home.source()))
                : select(OF_COURSE, query -> query.bind("source", home.source()).bind("course", home.course()));
    }

    @Override
    public List<Remembered> of(Home home, String key) {
        // What is in no course is sought among the few that are not.
        return home.hasNoCourse()
                ? Sightings.super.of(home, key)
                : select(
                        OF_ITEM,
                        query -> query.bind("source", home.source())
                                .bind("course", home.course())
                                .bind("item_id", Ids.of(key)));
    }

    @Override
    public List<Remembered> inScopes(String scopePrefix) {
        return select(IN_SCOPES, query -> query.bind("prefix", scopePrefix));
    }

    @Override
    public void save(String source, Collection<Remembered> sightings) {
        if (sightings.isEmpty()) {
            return;
        }
        Map<Place, Remembered> latest = new LinkedHashMap<>();
        sightings.forEach(known -> latest.put(Place.of(known), known));
        scopes.add(sightings.stream().map(Remembered::scope).toList());
        transaction.write(
                "save sightings",
                handle -> Batches.save(
                        handle,
                        UPDATE,
                        INSERT,
                        List.copyOf(latest.values()),
                        (batch, known) -> bind(batch.bind("source", source), known)));
    }

    @Override
    public void forget(Collection<Remembered> sightings) {
        if (sightings.isEmpty()) {
            return;
        }
        transaction.write("forget sightings", handle -> Batches.run(handle, DELETE, sightings, this::bindPlace));
    }

    @Override
    public Set<Scope> settled() {
        return scopes.settled();
    }

    @Override
    public void settle(Collection<Scope> settled) {
        scopes.settle(settled);
    }

    private PreparedBatch bindPlace(PreparedBatch batch, Remembered known) {
        return batch.bind("account", transaction.account())
                .bind("scope_id", Ids.of(known.scope()))
                .bind("item_id", Ids.of(known.sighting().key()));
    }

    private void bind(PreparedBatch batch, Remembered known) {
        Sighting sighting = known.sighting();
        Within within = sighting.within();
        bindPlace(batch, known)
                .bind("item_key", sighting.key())
                .bind("course", sighting.course())
                .bind(
                        "item_type",
                        sighting.type() == null ? null : sighting.type().name())
                .bind("presence", sighting.presence())
                .bind("precedence", sighting.rank())
                .bind("part_of", within == null ? null : within.encode())
                .bind("missed", known.missed())
                .bind("fields", Json.write(sighting.fields()))
                .bind("memo", Json.write(sighting.memo()))
                .bind("evidence_collector", known.evidence().collector())
                .bind("evidence_request", known.evidence().request())
                .bind("evidence_artifact", known.evidence().artifact());
    }

    private List<Remembered> select(String statement, UnaryOperator<Query> parameters) {
        List<Remembered> found = transaction.read(
                "read sightings",
                handle -> parameters
                        .apply(handle.createQuery(statement).bind("account", transaction.account()))
                        .map((row, context) -> remembered(row))
                        .list());
        found.forEach(known -> scopes.meet(known.scope()));
        return found.stream().sorted(ORDER).toList();
    }

    private static Remembered remembered(ResultSet row) throws SQLException {
        return new Remembered(
                new Scope(row.getString("collector"), row.getString("scope_key")),
                sighting(row),
                row.getInt("missed"),
                new Evidence(
                        row.getString("evidence_collector"),
                        row.getString("evidence_request"),
                        row.getString("evidence_artifact")));
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        String type = row.getString("item_type");
        String within = row.getString("part_of");
        return new Sighting(
                row.getString("item_key"),
                row.getString("course"),
                type == null ? null : new ItemType(type),
                row.getBoolean("presence"),
                row.getInt("precedence"),
                within == null ? null : Within.decode(within),
                Json.read(row.getString("fields"), Json.FIELDS),
                Json.read(row.getString("memo"), Json.FIELDS));
    }
}
