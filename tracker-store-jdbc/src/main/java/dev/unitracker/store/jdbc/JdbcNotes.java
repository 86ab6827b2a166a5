package dev.unitracker.store.jdbc;

import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Notes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Small texts by name in a database. */
final class JdbcNotes implements Notes {

    static final String GET = """
            select content
            from tracker_note
            where account = :account and note_id = :note_id""";

    static final String ALL = """
            select name, content
            from tracker_note
            where account = :account and owner = :owner""";

    static final String UPDATE = """
            update tracker_note set content = :content
            where account = :account and note_id = :note_id""";

    static final String INSERT = """
            insert into tracker_note (account, owner, note_id, name, content)
            values (:account, :owner, :note_id, :name, :content)""";

    private final AccountTransaction transaction;

    JdbcNotes(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<String> get(NoteOwner owner, String name) {
        return transaction.read(
                "read a note",
                handle -> handle.createQuery(GET)
                        .bind("account", transaction.account())
                        .bind("note_id", id(owner, name))
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public Map<String, String> all(NoteOwner owner) {
        return transaction.read(
                "read notes",
                handle -> handle.createQuery(ALL)
                        .bind("account", transaction.account())
                        .bind("owner", owner.text())
                        .map((row, context) -> Map.entry(row.getString("name"), row.getString("content")))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void put(NoteOwner owner, String name, String value) {
        transaction.write(
                "put a note",
                handle -> Batches.save(
                        handle,
                        UPDATE,
                        INSERT,
                        List.of(name),
                        (batch, note) -> batch.bind("account", transaction.account())
                                .bind("owner", owner.text())
                                .bind("note_id", id(owner, note))
                                .bind("name", note)
                                .bind("content", value)));
    }

    /** The length keeps an owner and a name apart from another pair that reads the same. */
    private static UUID id(NoteOwner owner, String name) {
        return Ids.of(owner.text().length() + " " + owner.text() + " " + name);
    }
}
