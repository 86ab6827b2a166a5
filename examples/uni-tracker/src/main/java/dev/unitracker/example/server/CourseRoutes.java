package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Page;
import dev.unitracker.brief.CourseBrief;
import dev.unitracker.example.server.answer.BriefJson;
import dev.unitracker.example.server.answer.CourseJson;
import dev.unitracker.example.server.answer.ItemJson;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is asked about courses. */
final class CourseRoutes {

    private static final String LIST = "courses";
    private static final String SNAPSHOT = "snapshot";

    private CourseRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/courses", Reads.list(CourseRoutes::courses).tagged())
                        .taking(Limits.ALL, Cursor.PARAMETER),
                Route.get(
                                "/courses/{id}/snapshot",
                                Reads.list(CourseRoutes::snapshot).within(reading -> Optional.of(reading.course())))
                        .taking(Limits.ALL, Cursor.PARAMETER),
                Route.get(
                        "/courses/{id}/brief",
                        Reads.list(CourseRoutes::brief).within(reading -> Optional.of(reading.course()))));
    }

    /** A course never goes away, so the number of the last one tells where the list goes on, whatever it is called by then. */
    private static Answer courses(Reading reading) {
        List<StoredItem> courses = reading.account().courses().stream()
                .sorted(Comparator.comparing(
                                (StoredItem stored) -> stored.item().title())
                        .thenComparing(StoredItem::number))
                .toList();
        Optional<Long> after = reading.asked()
                .find(Cursor.PARAMETER)
                .map(cursor -> Cursor.read(cursor, LIST, 1).number(0));
        int from = after.map(number -> 1 + place(courses, number)).orElse(0);
        Slice<StoredItem> page = Slice.of(
                courses.subList(from, courses.size()),
                course -> true,
                reading.asked().get(Limits.ALL),
                course -> Cursor.of(LIST, course.number()));
        return reading.list(
                page.rows().stream().map(course -> json(reading, course)).toList(), page.next());
    }

    private static ObjectNode json(Reading reading, StoredItem course) {
        return new CourseJson(reading.frame())
                .of(course, reading.account().shortName(course.item().id()));
    }

    private static int place(List<StoredItem> courses, long number) {
        for (int i = 0; i < courses.size(); i++) {
            if (courses.get(i).number() == number) {
                return i;
            }
        }
        throw Cursor.foreign();
    }

    /** A course is an item that belongs to itself; it is no row of what it contains. */
    private static Answer snapshot(Reading reading) {
        ItemId id = reading.course();
        StoredItem course = stored(reading, id);
        String from = reading.asked()
                .find(Cursor.PARAMETER)
                .map(cursor -> Long.toString(Cursor.read(cursor, SNAPSHOT, 1).number(0)))
                .orElse("");
        Page<StoredItem> page = reading.account()
                .items(ItemQuery.all().of(id), from, reading.asked().get(Limits.ALL));
        ItemJson items = new ItemJson(reading.frame());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("course", json(reading, course));
        ArrayNode rows = json.putArray("items");
        page.stream()
                .filter(row -> row.number() != course.number())
                .map(items::of)
                .forEach(rows::add);
        return reading.object(json, ItemRoutes.next(page, SNAPSHOT));
    }

    private static StoredItem stored(Reading reading, ItemId course) {
        return reading.account()
                .item(course)
                .orElseThrow(() -> new IllegalStateException("a course that has a number is there"));
    }

    private static Answer brief(Reading reading) {
        ItemId id = reading.course();
        CourseBrief brief = reading.account()
                .courseBrief(id)
                .orElseThrow(() -> new IllegalStateException("a course that is there has a brief"));
        Map<ItemId, StoredItem> items =
                reading
                        .account()
                        .items(brief.items().stream()
                                .map(entry -> entry.item().id())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(stored -> stored.item().id(), Function.identity()));
        BriefJson briefs = ItemRoutes.briefs(
                reading, brief.items().stream().map(CourseBrief.Entry::brief).toList());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("course", json(reading, stored(reading, id)));
        json.put("summary_short", brief.summaryShort());
        json.put("origin", brief.origin().key());
        ArrayNode rows = json.putArray("items");
        brief.items()
                .forEach(entry -> rows.add(
                        briefs.of(Objects.requireNonNull(items.get(entry.item().id()), "item"), entry.brief())));
        return Answer.of(json);
    }
}
