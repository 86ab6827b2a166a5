package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Completeness.Witness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be read in the answers of one look: an element that does not hold what it must costs itself and nothing else. It
 * is taken out before anything is read, stays known as it was, and the report names it. If it does not even tell which it is,
 * it may be any of those that its list does not show, and none of them is missing. For one thread.
 */
final class Unread {

    private final Map<MoodlePart, Map<String, Missed>> missed = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<Call> calls = new HashSet<>();
    private final Map<String, Missed> first = new HashMap<>();
    private final Map<String, Missed> nameless = new HashMap<>();

    /** Returns an answer without the elements that cannot be read, and notes them. */
    Response without(Response answer) {
        Listed listed = answer.ok() ? Listed.by(answer.call().function()) : null;
        if (listed != null) {
            takeOut(answer.json(), 0, listed, answer.call());
        }
        return answer;
    }

    private void takeOut(JsonNode holder, int depth, Listed listed, Call call) {
        Listed.Level level = listed.levels().get(depth);
        JsonNode list = level.list().isEmpty() ? holder : holder.path(level.list());
        if (!(list instanceof ArrayNode array)) {
            return;
        }
        boolean last = depth == listed.levels().size() - 1;
        for (int i = array.size() - 1; i >= 0; i--) {
            JsonNode element = array.get(i);
            Optional<String> misfit = level.shape().misfit(element);
            if (misfit.isPresent()) {
                Optional<String> key = last ? listed.key().of(call, element) : Optional.empty();
                note(element, key, misfit.get(), listed.part(), call);
                array.remove(i);
            } else if (!last) {
                textOf(element, listed, call);
                takeOut(element, depth + 1, listed, call);
            }
        }
    }

    /** What a section says above its activities costs them nothing. */
    private void textOf(JsonNode holder, Listed listed, Call call) {
        if (!call.function().equals(Functions.CONTENTS)) {
            return;
        }
        String key = Keys.sectionText(Json.number(holder, "id"));
        Optional<String> misfit = Shapes.SECTION_TEXT.misfit(holder);
        misfit.ifPresent(why -> note(holder, Optional.of(key), why, listed.part(), call));
        if (misfit.isPresent() || !holder.has("name") || !holder.has("summary")) {
            keys.add(key);
            ((ObjectNode) holder).put("summary", "");
        }
    }

    private void note(JsonNode element, Optional<String> key, String why, MoodlePart part, Call call) {
        String name = HtmlText.title(Json.text(element, element.has("fullname") ? "fullname" : "name"));
        calls.add(call);
        String request = request(call);
        if (key.isEmpty()) {
            nameless.putIfAbsent(
                    request,
                    new Missed(
                            Code.FAILED,
                            name.isEmpty() ? request : name,
                            why + "; nothing is taken as removed that the same answer does not show",
                            name));
            return;
        }
        Missed one = new Missed(Code.FAILED, name.isEmpty() ? key.get() : name, why, name);
        keys.add(key.get());
        first.putIfAbsent(request, one);
        missed.computeIfAbsent(part, parts -> new LinkedHashMap<>()).putIfAbsent(key.get(), one);
    }

    /** What is read of the pages of a forum is observed together. */
    private static String request(Call call) {
        return (call.function().equals(Functions.DISCUSSIONS) ? call.with("page", 0) : call).describe();
    }

    /** Returns why it is not known what in the answer to a call could not be read; empty if it is known. */
    Optional<Missed> hole(Call call) {
        return Optional.ofNullable(nameless.get(request(call)));
    }

    /** Tells whether something in the answer to a call could not be read. */
    boolean isPartOf(Call call) {
        return calls.contains(call);
    }

    /** Returns the keys of what could not be read. */
    Set<String> keys() {
        return keys;
    }

    /** Returns what of a part could not be read and why, by key. */
    Map<String, Missed> of(@Nullable MoodlePart part) {
        return missed.getOrDefault(part, Map.of());
    }

    /**
     * Returns an observation that states again, as it was, what could not be read and what lies in it. In the calendar nothing
     * is absent then: what an event is about is not always known. Nor is anything where it is not known what could not be read.
     */
    Observation kept(Observation seen, Collection<Remembered> remembered) {
        if ((keys.isEmpty() && nameless.isEmpty()) || seen.completeness().level() == Level.NOT_LOOKED) {
            return seen;
        }
        Set<String> there = new HashSet<>();
        seen.sightings().forEach(sighting -> there.add(sighting.key()));
        List<Sighting> all = new ArrayList<>(seen.sightings());
        List<Sighting> known = remembered.stream()
                .filter(each -> each.scope().equals(seen.scope()) && !each.gone())
                .map(Remembered::sighting)
                .toList();
        known.stream()
                .filter(sighting -> isUnread(sighting) && there.add(sighting.key()))
                .forEach(all::add);
        Completeness completeness = completeness(seen, known.isEmpty());
        return new Observation(
                seen.scope(),
                seen.sightings().isEmpty() && !all.isEmpty() ? unproven(completeness, seen.scope()) : completeness,
                all,
                seen.closed(),
                seen.evidence());
    }

    private Completeness completeness(Observation seen, boolean firstLook) {
        String request = seen.evidence().request();
        @Nullable Missed hole = nameless.get(request);
        // What a first look could not read must not be new the day it can.
        boolean calendar = seen.scope().part().endsWith(MoodlePart.CALENDAR.of(""));
        if (hole == null && (firstLook || calendar)) {
            hole = first.get(request);
        }
        boolean isWorse = seen.completeness().complete() || seen.completeness().witness() == Witness.DOUBTED;
        return hole != null && isWorse ? Completeness.partial(hole) : seen.completeness();
    }

    /** What is only stated again bears no witness that the rest is gone. */
    private static Completeness unproven(Completeness emptied, Scope scope) {
        return emptied.complete() && emptied.witness() == Witness.NONE
                ? Completeness.doubted(new Missed(
                        Code.NOT_WITNESSED,
                        scope.key(),
                        "nothing came where there was something; nothing is taken as removed"))
                : emptied;
    }

    private boolean isUnread(Sighting sighting) {
        return keys.contains(sighting.key())
                || (sighting.within() != null && keys.contains(sighting.within().name()));
    }
}
