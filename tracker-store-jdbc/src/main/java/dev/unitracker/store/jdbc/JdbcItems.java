package dev.unitracker.store.jdbc;

import dev.unitracker.dates.FactType;
import dev.unitracker.model.Field;
import dev.unitracker.model.Found;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.model.Search;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.ItemPlace;
import dev.unitracker.spi.Items;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The items of one account in a database. The JSON has the whole item; the other columns are there to find it by. */
final class JdbcItems implements Items {

    static final String FIND = """
            select %s
            from tracker_item
            where account = :account and item_id in (<items>)""".formatted(ItemRows.COLUMNS);

    static final String OF_COURSE = """
            select %s
            from tracker_item
            where account = :account and course = :course""".formatted(ItemRows.COLUMNS);

    static final String OF_NO_COURSE = """
            select %s
            from tracker_item
            where account = :account and course is null""".formatted(ItemRows.COLUMNS);

    static final String OF_TYPE = """
            select %s
            from tracker_item
            where account = :account and item_type = :item_type""".formatted(ItemRows.COLUMNS);

    static final String ALL = """
            select %s
            from tracker_item
            where account = :account""".formatted(ItemRows.COLUMNS);

    static final String DUE_BETWEEN = """
            select %s
            from tracker_item
            where account = :account and status = :status and due_at >= :from and due_at < :to""".formatted(ItemRows.COLUMNS);

    static final String EXAMS_BETWEEN = """
            select %s
            from tracker_item
            where account = :account and status = :status and item_id in (
                select item_id
                from tracker_fact
                where account = :account and fact_type = :fact_type
                    and happens_at >= :from and happens_at < :to)""".formatted(ItemRows.COLUMNS);

    static final String OF_REVIEW = """
            select %s
            from tracker_item
            where account = :account and review = :review and status = :status""".formatted(ItemRows.COLUMNS);

    /** Reads on from the highest number; what else is asked for is found by reading, for a page is soon full. */
    static final String PAGE = """
            select %s
            from tracker_item
            where account = :account and item_number < :below
            order by account desc, item_number desc
            fetch first :limit rows only""".formatted(ItemRows.COLUMNS);

    static final String PAGE_OF_COURSE = """
            select %s
            from tracker_item
            where account = :account and course = :course and item_number < :below
            order by account desc, course desc, item_number desc
            fetch first :limit rows only""".formatted(ItemRows.COLUMNS);

    static final String PLACES = """
            select source, item_key, course, status
            from tracker_item
            where account = :account""";

    /** Of items that were updated at the same time it takes all: only Java knows how keys are ordered. */
    static final String UPDATED_SINCE = """
            select %s
            from tracker_item
            where account = :account and updated_at >= :since
            order by account, updated_at
            fetch first :limit rows with ties""".formatted(ItemRows.COLUMNS);

    static final String UPDATE = """
            update tracker_item set
                course = :course, item_type = :item_type, status = :status, title = :title, due_at = :due_at,
                review = :review, item_number = :item_number, first_seen = :first_seen, updated_at = :updated_at,
                baseline = :baseline, last_change = :last_change,
                meaningful_key = :meaningful_key, fields = :fields
            where account = :account and item_id = :item_id""";

    static final String INSERT = """
            insert into tracker_item (
                account, item_id, source, item_key, course, item_type, status, title, due_at, review,
                item_number, first_seen, updated_at, baseline, last_change, meaningful_key, fields)
            values (
                :account, :item_id, :source, :item_key, :course, :item_type, :status, :title, :due_at, :review,
                :item_number, :first_seen, :updated_at, :baseline, :last_change, :meaningful_key, :fields)""";

    private static final Comparator<StoredItem> SOONEST_FIRST = Comparator.comparing(
                    (StoredItem stored) -> stored.item().dueAt().orElseThrow())
            .thenComparing(ItemRows.BY_ID);

    /** How many items are read at once where some of them may not be asked for. */
    private static final int PAGE_READ = 100;

    private static final int TITLE_LENGTH = 1000;
    private static final int REVIEW_LENGTH = 100;

    private final AccountTransaction transaction;
    private final ItemRows rows;
    private final JdbcFacts facts;
    private final JdbcSearch words;

    /** The items that a transaction which may write has read: of one that has the same words again, these are not written. */
    private final Map<ItemId, Item> read = new HashMap<>();

    JdbcItems(AccountTransaction transaction) {
        this.transaction = transaction;
        this.rows = new ItemRows(transaction);
        this.facts = new JdbcFacts(transaction);
        this.words = new JdbcSearch(transaction);
    }

    @Override
    public List<StoredItem> find(Collection<ItemId> ids) {
        return noted(ItemNames.of(transaction.account(), ids).stream()
                .flatMap(some -> rows.select(FIND, query -> query.bindList("items", some)).stream())
                .sorted(ItemRows.BY_ID)
                .toList());
    }

    private List<StoredItem> noted(List<StoredItem> items) {
        if (!transaction.onlyReads()) {
            items.forEach(stored -> read.put(stored.item().id(), stored.item()));
        }
        return items;
    }

    @Override
    public List<StoredItem> find(ItemQuery query) {
        Comparator<StoredItem> order = query.due() == null ? ItemRows.BY_ID : SOONEST_FIRST;
        return noted(candidates(query)).stream()
                .filter(stored -> query.matches(stored.item(), stored.updatedAt()))
                .sorted(order)
                .toList();
    }

    /** Reads by the condition that leaves least, and leaves the others to whoever looks at the items. */
    private List<StoredItem> candidates(ItemQuery query) {
        ItemQuery.Span due = query.due();
        ItemQuery.Span exam = query.exam();
        ReviewStatus review = query.review();
        String course = query.course();
        ItemStatus status = query.status();
        if (status != null && due != null) {
            return rows.select(DUE_BETWEEN, select -> within(select, due).bind("status", status.key()));
        }
        if (status != null && exam != null) {
            return rows.select(
                    EXAMS_BETWEEN,
                    select -> within(select, exam)
                            .bind("status", status.key())
                            .bind("fact_type", FactType.EXAM_AT.key()));
        }
        if (status != null && review != null && review != ReviewStatus.NONE) {
            return rows.select(
                    OF_REVIEW, select -> select.bind("review", review.key()).bind("status", status.key()));
        }
        if (course != null) {
            return course.isEmpty()
                    ? rows.select(OF_NO_COURSE, select -> select)
                    : rows.select(OF_COURSE, select -> select.bind("course", course));
        }
        ItemType type = query.type();
        return type == null
                ? rows.select(ALL, select -> select)
                : rows.select(OF_TYPE, select -> select.bind("item_type", type.name()));
    }

    private static Query within(Query select, ItemQuery.Span time) {
        return select.bind("from", time.from()).bind("to", time.to());
    }

    @Override
    public List<StoredItem> page(ItemQuery query, long before, int limit) {
        List<StoredItem> page = new ArrayList<>();
        int size = Math.max(limit, PAGE_READ);
        long next = before;
        while (true) {
            List<StoredItem> read = below(next, query.course(), size);
            read.stream()
                    .filter(stored -> query.matches(stored.item(), stored.updatedAt()))
                    .limit((long) limit - page.size())
                    .forEach(page::add);
            if (read.size() < size || page.size() == limit) {
                return List.copyOf(page);
            }
            next = read.get(read.size() - 1).number();
        }
    }

    private List<StoredItem> below(long number, @Nullable String course, int limit) {
        return course == null || course.isEmpty()
                ? rows.select(PAGE, select -> select.bind("below", number).bind("limit", limit))
                : rows.select(
                        PAGE_OF_COURSE,
                        select -> select.bind("course", course)
                                .bind("below", number)
                                .bind("limit", limit));
    }

    @Override
    public List<Found> search(Search search, Found.@Nullable Rank after, int limit) {
        Map<UUID, Search.Where> found = words.find(search, after, limit);
        return Parts.of(found.keySet()).stream()
                .flatMap(some -> rows.select(FIND, query -> query.bindList("items", some)).stream())
                .map(stored -> new Found(
                        stored,
                        Objects.requireNonNull(found.get(Ids.of(stored.item().id())), "where")))
                .sorted(Comparator.comparing(Found::rank))
                .toList();
    }

    @Override
    public List<ItemPlace> places() {
        return transaction.read(
                "read where items belong",
                handle -> handle.createQuery(PLACES)
                        .bind("account", transaction.account())
                        .map((row, context) -> place(row))
                        .list());
    }

    private ItemPlace place(ResultSet row) throws SQLException {
        ItemId id = ItemNames.id(transaction.account(), row);
        String course = Objects.requireNonNullElse(row.getString("course"), "");
        return new ItemPlace(id, new Home(id.source(), course), ItemStatus.stored(row.getString("status")));
    }

    @Override
    public List<StoredItem> updatedSince(Instant since, int limit) {
        List<StoredItem> updated =
                rows.select(UPDATED_SINCE, query -> query.bind("since", since).bind("limit", limit));
        return updated.stream()
                .sorted(Comparator.comparing(StoredItem::updatedAt).thenComparing(ItemRows.BY_ID))
                .limit(limit)
                .toList();
    }

    @Override
    public void save(Collection<StoredItem> items) {
        if (items.isEmpty()) {
            return;
        }
        Map<ItemId, StoredItem> latest = new LinkedHashMap<>();
        items.forEach(stored -> latest.put(own(stored).item().id(), stored));
        List<StoredItem> saved = List.copyOf(latest.values());
        transaction.write("save items", handle -> {
            Batches.save(handle, UPDATE, INSERT, saved, this::bind);
            facts.save(handle, saved);
            words.save(handle, saved.stream().filter(this::hasOtherWords).toList());
        });
        noted(saved);
    }

    private boolean hasOtherWords(StoredItem stored) {
        Item before = read.get(stored.item().id());
        return before == null || !Search.areSame(before, stored.item());
    }

    private StoredItem own(StoredItem stored) {
        if (!stored.item().id().account().equals(transaction.account())) {
            throw new IllegalArgumentException(
                    stored.item().id() + " is no item of the account " + transaction.account());
        }
        return stored;
    }

    private void bind(PreparedBatch batch, StoredItem stored) {
        Item item = stored.item();
        batch.bind("account", transaction.account())
                .bind("item_id", Ids.of(item.id()))
                .bind("source", item.id().source())
                .bind("item_key", item.id().key())
                .bind("course", item.course().orElse(null))
                .bind("item_type", item.type().name())
                .bind("status", item.status().key())
                .bind("title", Texts.start(item.title(), TITLE_LENGTH))
                .bind("due_at", item.dueAt().orElse(null))
                .bind("review", review(item))
                .bind("item_number", stored.number())
                .bind("first_seen", stored.firstSeen())
                .bind("updated_at", stored.updatedAt())
                .bind("baseline", stored.baseline())
                .bind("last_change", stored.lastChange())
                .bind("meaningful_key", stored.meaningfulKey())
                .bind("fields", Json.write(item.fields()));
    }

    private static @Nullable String review(Item item) {
        return item.get(Field.REVIEW_STATUS)
                .map(status -> Texts.start(status, REVIEW_LENGTH))
                .orElse(null);
    }
}
