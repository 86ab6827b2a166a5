package dev.unitracker.benchmarks;

import dev.unitracker.model.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.core.diff.changetype.map.EntryValueChange;
import org.javers.core.diff.changetype.map.MapChange;
import org.javers.core.metamodel.annotation.Id;

/**
 * The same comparison by JaVers, a general library that compares any objects: it reads their classes, follows their
 * references and compares graphs, and could tell more than is asked of it here.
 */
final class Rival {

    private final Javers javers = JaversBuilder.javers().build();

    /** An item as JaVers sees it: named by its id, and with a map of fields, as ours are. */
    static final class Document {
        @Id
        private final String id;

        private final Map<String, String> fields;

        Document(Item item) {
            this.id = item.id().toString();
            this.fields = new HashMap<>(item.fields());
        }

        String id() {
            return id;
        }

        Map<String, String> fields() {
            return fields;
        }
    }

    /**
     * What was found.
     *
     * @param items how many items differ
     * @param fields how many of their fields
     */
    record Found(int items, int fields) {}

    static List<Document> documents(List<Item> items) {
        return items.stream().map(Document::new).toList();
    }

    Found compare(List<Document> before, List<Document> after) {
        @SuppressWarnings("rawtypes")
        List<MapChange> changes =
                javers.compareCollections(before, after, Document.class).getChangesByType(MapChange.class);
        int fields = 0;
        for (MapChange<?> change : changes) {
            fields += change.getEntryChanges().stream()
                    .mapToInt(entry -> entry instanceof EntryValueChange ? 1 : 0)
                    .sum();
        }
        return new Found(changes.size(), fields);
    }
}
