package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.document.Document;
import dev.unitracker.model.Availability;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Within;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code core_course_get_contents} says of one course. A hidden activity is not in it; one that is shown but
 * restricted is, without its files; a section that the student may not see has no activities in the answer.
 */
public final class CourseContents {

    /** The memo that says which activity a calendar entry with {@code modulename} and {@code instance} is about. */
    public static final String INSTANCE = "instance";

    /** The memo of a subsection's module that names the section which its activities lie in. */
    private static final String SUBSECTION = "subsection";

    private final long course;
    private final Links links;
    private final List<JsonNode> sections;
    private final List<ListedModule> modules = new ArrayList<>();
    private final Set<String> closed = new LinkedHashSet<>();
    private final Map<String, JsonNode> closedSections = new HashMap<>();

    /**
     * Reads an answer.
     *
     * @param course the course's id, which the answer does not tell
     */
    public CourseContents(long course, JsonNode answer, Links links) {
        this.course = course;
        this.links = links;
        this.sections = Json.list(answer);
        for (JsonNode section : sections) {
            long id = Json.number(section, "id");
            if (section.has("uservisible") && !Json.flag(section, "uservisible")) {
                closed.add(Keys.section(id));
                closedSections.put(Keys.section(id), section);
            }
            Json.list(section.path("modules")).stream()
                    .map(module -> ListedModule.of(course, id, module))
                    .filter(module -> module.cmid() > 0 && !module.modname().isEmpty())
                    .forEach(modules::add);
        }
        modules.stream().filter(ListedModule::restricted).forEach(module -> closed.add(Keys.module(module.cmid())));
    }

    /**
     * Closes the sections within what is closed. A subsection is a module whose activities lie in a section of its own, and
     * that section is not in the answer while the student is not let into the module or the section around it.
     *
     * @param before what the last look saw
     */
    public void closeWithin(Collection<Sighting> before) {
        for (Sighting seen : before) {
            String section = seen.memo().get(SUBSECTION);
            JsonNode reason = section == null ? null : closing(seen);
            if (section != null && reason != null && closed.add(section)) {
                closedSections.put(section, reason);
            }
        }
    }

    /** Returns the part of the answer that says why the student is not let into a module; null if nothing does. */
    private @Nullable JsonNode closing(Sighting seen) {
        for (ListedModule module : modules) {
            if (Keys.module(module.cmid()).equals(seen.key())) {
                return module.restricted() ? module.json() : null;
            }
        }
        return section(seen);
    }

    /** Returns the closed section that something lies in; null if it lies in none. */
    private @Nullable JsonNode section(Sighting seen) {
        Within within = seen.within();
        return within == null ? null : closedSections.get(within.name());
    }

    /** Returns what the student was not let into. */
    public Set<String> closed() {
        return closed;
    }

    /**
     * Tells whether the answer has a restriction with a date that is none of those seen before: a teacher moved it, or the
     * site writes it for another zone.
     */
    public boolean hasOtherDates(Collection<Sighting> before) {
        Set<List<SiteDate>> known = before.stream()
                .flatMap(sighting -> Restriction.keptIn(sighting).stream())
                .map(Restriction::dates)
                .collect(Collectors.toSet());
        return restrictions().map(Restriction::dates).anyMatch(dates -> !dates.isEmpty() && !known.contains(dates));
    }

    /** Tells whether the answer has a restriction with a date. */
    public boolean hasDates() {
        return restrictions().anyMatch(restriction -> !restriction.dates().isEmpty());
    }

    private Stream<Restriction> restrictions() {
        return Stream.concat(
                        modules.stream().filter(ListedModule::restricted).map(ListedModule::json),
                        closedSections.values().stream())
                .map(closed -> Json.text(closed, "availabilityinfo"))
                .distinct()
                .map(Restriction::of);
    }

    /** Returns the activities in the order of the page; the same one twice if the site lists it twice. */
    public List<ListedModule> modules() {
        return modules;
    }

    /** Tells whether the answer shows an activity, or something that may hold one and is closed to the student. */
    public boolean showsSomething() {
        return !modules.isEmpty() || !closed.isEmpty();
    }

    /** Returns the keys of the activities that the student is let into. */
    public Set<String> openModules() {
        return modules.stream()
                .filter(module -> !module.restricted())
                .map(module -> Keys.module(module.cmid()))
                .collect(Collectors.toSet());
    }

    /** Returns what an entry among a module's files lacks, in words; empty if it lacks nothing. */
    public static Optional<String> misfitOfFile(JsonNode entry) {
        boolean file = Json.text(entry, "type").equals("file");
        Stream<String> needed = file
                ? Stream.of("filepath", "fileurl")
                : Json.text(entry, "filename").equals(Chapters.TABLE) ? Stream.of("content") : Stream.of();
        return needed.filter(field -> !entry.path(field).isTextual())
                .map(field -> field + " is no text")
                .findFirst();
    }

    /** Returns what a module says of itself and does not show, in words; empty if it shows all that it says. */
    public static Optional<String> misfitOfModule(JsonNode module) {
        long files = Json.number(module.path("contentsinfo"), "filescount");
        return files > 0
                        && Json.flag(module, "uservisible")
                        && module.path("contents").isEmpty()
                ? Optional.of("contents holds nothing of " + files + " files")
                : ModuleDates.strange(module);
    }

    /** Returns one sighting of each section that has a text; twice if the site lists it twice. */
    public List<Sighting> sectionTexts() {
        return SectionTexts.sightings(course, sections, links);
    }

    /** Returns one sighting of each activity and of each file. */
    public List<Sighting> sightings() {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        for (ListedModule module : modules) {
            Sighting sighting = module(module);
            sightings.putIfAbsent(sighting.key(), sighting);
            if (module.hasFilesToRead()) {
                module.files().forEach(file -> {
                    Sighting listed = FileSightings.listed(module.course(), module.cmid(), file, link(module));
                    sightings.putIfAbsent(listed.key(), listed);
                });
            }
        }
        return List.copyOf(sightings.values());
    }

    private Sighting module(ListedModule module) {
        JsonNode json = module.json();
        ItemType type = ModuleTypes.of(module.modname());
        Document description = HtmlText.document(Json.text(json, "description"));
        Sighting.Builder sighting = Sighting.of(Keys.module(module.cmid()), type)
                .rank(Sighting.SECOND)
                .course(Keys.course(course))
                .placedIn(Keys.section(module.section()))
                .memo(INSTANCE, module.modname() + " " + module.instance())
                .title(title(module, description.text()))
                .url(link(module))
                .availability(Availability.OPEN);
        if (!description.text().isEmpty()) {
            sighting.document(description);
        }
        long subsection = module.modname().equals("subsection") ? subsection(json) : 0;
        if (subsection > 0) {
            sighting.memo(SUBSECTION, Keys.section(subsection));
        }
        ModuleDates.state(json, sighting);
        Completion completion = ModuleCompletion.of(json);
        if (completion != Completion.UNKNOWN) {
            sighting.completion(completion);
        }
        return module.restricted() ? waiting(sighting.build(), json) : sighting.build();
    }

    private static long subsection(JsonNode module) {
        return Json.parse(Json.text(module, "customdata"))
                .map(custom -> Json.number(custom, "sectionid"))
                .orElse(0L);
    }

    /** A label's name is its text with the tags taken out, words glued together; its first line reads better. */
    private static String title(ListedModule module, String description) {
        String name = HtmlText.title(Json.text(module.json(), "name"));
        if (!module.modname().equals("label") || description.isEmpty()) {
            return name;
        }
        return Titles.firstLine(description);
    }

    private String link(ListedModule module) {
        String url = Json.text(module.json(), "url");
        if (!url.isEmpty()) {
            return url;
        }
        return module.modname().equals("label")
                ? links.onCoursePage(course, module.cmid())
                : links.module(module.modname(), module.cmid());
    }

    /**
     * Returns what was seen in a section that is now closed, as it was but for that: its activities are not in the answer,
     * but there.
     */
    public Optional<Sighting> shutIn(Sighting seen) {
        JsonNode section = section(seen);
        return section == null || !seen.key().startsWith("module:")
                ? Optional.empty()
                : Optional.of(waiting(seen, section));
    }

    /** Returns a sighting of what the student is not let into, with the reason in Moodle's words. */
    private static Sighting waiting(Sighting seen, JsonNode closed) {
        String info = Json.text(closed, "availabilityinfo");
        if (!closed.hasNonNull("availabilityinfo") && StillTold.isRestricted(seen)) {
            return seen.ranked(Sighting.SECOND);
        }
        String why = Restriction.text(info);
        SortedMap<String, String> fields = new TreeMap<>(seen.fields());
        fields.put(Field.AVAILABILITY.key(), Availability.restricted(why).text());
        SortedMap<String, String> memo = new TreeMap<>(seen.memo());
        memo.remove(Sighting.BY_ITSELF);
        Restriction.of(info).keepIn(memo);
        return seen.with(fields, memo).ranked(Sighting.SECOND);
    }
}
