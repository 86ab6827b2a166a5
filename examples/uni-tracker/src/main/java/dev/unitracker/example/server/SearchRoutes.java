package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Page;
import dev.unitracker.example.server.answer.ItemJson;
import dev.unitracker.model.Found;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.Search;
import java.util.List;
import java.util.Optional;

/** What is looked for by its words. */
final class SearchRoutes {

    private static final String LIST = "search";
    private static final int LONGEST = 200;
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int PARTS = 3;

    private static final Parameter<Search> WORDS = Parameter.read(
                    "q",
                    "1 to " + Search.MOST_WORDS + " words or numbers, in " + LONGEST + " characters at most",
                    text -> Optional.of(text)
                            .filter(some -> some.length() <= LONGEST)
                            .flatMap(Search::of))
            .required();
    private static final Parameter<Integer> LIMIT =
            Parameter.whole("limit", 1, MOST).otherwise(USUAL);

    private SearchRoutes() {}

    static List<Route> all() {
        return List.of(Route.get("/search", Reads.list(SearchRoutes::search)).taking(WORDS, LIMIT, Cursor.PARAMETER));
    }

    private static Answer search(Reading reading) {
        Search search = reading.asked().get(WORDS);
        String from =
                reading.asked().find(Cursor.PARAMETER).map(SearchRoutes::from).orElse("");
        Page<Found> page =
                reading.account().search(search, from, reading.asked().get(LIMIT));
        ItemJson json = new ItemJson(reading.frame());
        List<ObjectNode> rows =
                page.stream().map(found -> json.of(found, search)).toList();
        Optional<Cursor> next = page.hasMore()
                ? Optional.of(Cursor.of(LIST, (Object[]) page.next().split("\\.", -1)))
                : Optional.empty();
        return reading.list(rows, next);
    }

    /** Nobody else can have made one that the library does not read. */
    private static String from(String text) {
        Cursor cursor = Cursor.read(text, LIST, PARTS);
        List<String> position = cursor.position();
        try {
            Found.Rank unused = new Found.Rank(
                    Search.Where.valueOf(position.get(0)), ItemStatus.valueOf(position.get(1)), cursor.number(2));
            return String.join(".", position);
        } catch (IllegalArgumentException e) {
            throw Cursor.foreign();
        }
    }
}
