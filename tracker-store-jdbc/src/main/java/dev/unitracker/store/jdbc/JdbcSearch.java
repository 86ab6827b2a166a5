package dev.unitracker.store.jdbc;

import dev.unitracker.model.Found;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.Search;
import dev.unitracker.model.StoredItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The words of items, for searches. A row has a line for each item of a block of numbers: its id, its number, its status, whether it
 * is a document, the words of its title, those of its text, with tabs between. A search reads some rows at a time and keeps the best
 * lines only.
 */
final class JdbcSearch {

    static final String OF_BLOCKS = """
            select block, words
            from tracker_search
            where account = :account and block in (<blocks>)""";

    /** Whether all words are in one line, and where, only Java can tell. */
    static final String WITH_WORD = """
            select block, words
            from tracker_search
            where account = :account and block > :block and position(:word in words) > 0
            order by account, block
            fetch first :limit rows only""";

    static final String UPDATE = """
            update tracker_search set words = :words
            where account = :account and block = :block""";

    static final String INSERT = """
            insert into tracker_search (account, block, words)
            values (:account, :block, :words)""";

    /**
     * So many numbers are in a block: what an item may have at most fits so often into a column of H2, and what it has as a rule so
     * often into a row that PostgreSQL does not pack.
     */
    private static final long BLOCK = 4;

    private static final int BLOCKS_READ = 1000;

    private final AccountTransaction transaction;

    JdbcSearch(AccountTransaction transaction) {
        this.transaction = transaction;
    }

    private record Block(long block, String words) {}

    /** Writes the words of items. */
    void save(Handle handle, Collection<StoredItem> items) {
        SortedMap<Long, List<StoredItem>> byBlock = items.stream()
                .collect(Collectors.groupingBy(stored -> stored.number() / BLOCK, TreeMap::new, Collectors.toList()));
        Map<Long, String> before = new TreeMap<>();
        for (List<Long> some : Parts.of(byBlock.keySet())) {
            handle.createQuery(OF_BLOCKS)
                    .bind("account", transaction.account())
                    .bindList("blocks", some)
                    .map((row, context) -> new Block(row.getLong("block"), row.getString("words")))
                    .forEach(block -> before.put(block.block(), block.words()));
        }
        List<Block> changed = new ArrayList<>();
        List<Block> fresh = new ArrayList<>();
        byBlock.forEach((number, some) -> {
            String known = before.get(number);
            Block block = new Block(number, with(some, known == null ? "" : known));
            if (known == null) {
                fresh.add(block);
            } else if (!known.equals(block.words())) {
                changed.add(block);
            }
        });
        write(handle, UPDATE, changed);
        write(handle, INSERT, fresh);
    }

    private void write(Handle handle, String statement, List<Block> blocks) {
        Batches.run(
                handle,
                statement,
                blocks,
                (batch, block) -> batch.bind("account", transaction.account())
                        .bind("block", block.block())
                        .bind("words", block.words()));
    }

    /** Returns the lines of a block with those of some items in place of theirs. */
    private static String with(List<StoredItem> items, String before) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : before.isEmpty() ? new String[0] : before.split("\n", -1)) {
            lines.put(line.substring(0, line.indexOf('\t')), line);
        }
        items.forEach(stored -> lines.put(Ids.of(stored.item().id()).toString(), Line.of(stored)));
        return String.join("\n", lines.values());
    }

    /** Returns the ids of the items that a search finds after a rank, the best ones, and where each has the words. */
    Map<UUID, Search.Where> find(Search search, Found.@Nullable Rank after, int limit) {
        PriorityQueue<Line> best =
                new PriorityQueue<>(Comparator.comparing(Line::rank).reversed());
        List<Block> read = read(search.sought(), -1);
        while (!read.isEmpty()) {
            for (Block block : read) {
                Line.found(block.words(), search).stream()
                        .filter(line -> after == null || line.rank().compareTo(after) > 0)
                        .forEach(line -> keep(line, best, limit));
            }
            read = read.size() < BLOCKS_READ
                    ? List.of()
                    : read(search.sought(), read.get(read.size() - 1).block());
        }
        return best.stream()
                .collect(Collectors.toMap(Line::id, line -> line.rank().where()));
    }

    private static void keep(Line line, PriorityQueue<Line> best, int limit) {
        best.add(line);
        if (best.size() > limit) {
            best.remove();
        }
    }

    private List<Block> read(String word, long behind) {
        return transaction.read(
                "search items",
                handle -> handle.createQuery(WITH_WORD)
                        .bind("account", transaction.account())
                        .bind("block", behind)
                        .bind("word", word)
                        .bind("limit", BLOCKS_READ)
                        .map((row, context) -> new Block(row.getLong("block"), row.getString("words")))
                        .list());
    }

    /** An item that was found. */
    private record Line(UUID id, Found.Rank rank) {

        private static final int PARTS = 6;

        static String of(StoredItem stored) {
            Item item = stored.item();
            return String.join(
                    "\t",
                    Ids.of(item.id()).toString(),
                    Long.toString(stored.number()),
                    item.status().key(),
                    Search.isDocument(item) ? "d" : "",
                    Search.wordsOf(item.title()),
                    Search.wordsOf(item.body().orElse("")));
        }

        /** Returns those of a block's lines that a search finds. Most lines do not even have its longest word. */
        static List<Line> found(String block, Search search) {
            List<Line> found = new ArrayList<>();
            int at = block.indexOf(search.sought());
            while (at >= 0) {
                int end = block.indexOf('\n', at);
                int to = end < 0 ? block.length() : end;
                of(block.substring(block.lastIndexOf('\n', at) + 1, to), search).ifPresent(found::add);
                at = block.indexOf(search.sought(), to);
            }
            return found;
        }

        private static Optional<Line> of(String line, Search search) {
            String[] parts = line.split("\t", PARTS);
            return search.in(parts[4], parts[5], !parts[3].isEmpty())
                    .map(where -> new Line(
                            UUID.fromString(parts[0]),
                            new Found.Rank(where, ItemStatus.stored(parts[2]), Long.parseLong(parts[1]))));
        }
    }
}
