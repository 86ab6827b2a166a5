package dev.unitracker.report;

import dev.unitracker.model.StoredWords;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.words.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in one language what looks did not see, and why. A part has its {@linkplain Part label} in that language; a host
 * can replace it by the text {@code part.} followed by the part's name. A reason is the text {@code missed.} followed
 * by the {@linkplain Missed.Code code} in lower case. Immutable and safe for use by several threads.
 */
public final class MissedText {

    /** So many names are said of one reason; the others are counted. */
    private static final int NAMES = 3;

    private final Texts texts;

    /**
     * Makes it for some parts.
     *
     * @param texts all texts of the language
     * @param parts the parts with their labels, for example those of an account; any other part is called by its name
     */
    public MissedText(Texts texts, Collection<Part> parts) {
        this.texts = texts.and(Part.texts(parts));
    }

    /**
     * One reason why parts were not seen completely.
     *
     * @param why the reason in words, for example {@code there is no access}
     * @param parts what people call the parts that it concerns, each once, in the order of the outcomes
     * @param missed what was not seen for this reason, each once
     */
    public record Reason(String why, List<String> parts, List<Missed> missed) {

        /** Copies the lists, each entry once. */
        public Reason {
            parts = parts.stream().distinct().toList();
            missed = missed.stream().distinct().toList();
        }

        private Reason and(Reason other) {
            return new Reason(why, joined(parts, other.parts), joined(missed, other.missed));
        }

        private static <T> List<T> joined(List<T> some, List<T> others) {
            List<T> all = new ArrayList<>(some);
            all.addAll(others);
            return all;
        }
    }

    /** Returns what people call a part; its name if it has no label. */
    public String part(String name) {
        String label = Part.TEXTS + name;
        return texts.knows(label) ? texts.text(label) : name;
    }

    /** Returns why something was not seen, in a few words; its detail is part of them only if the code says nothing. */
    public String why(Missed missed) {
        String why = texts.text("missed." + StoredWords.word(missed.code()), missed.detail());
        return why.isBlank() ? texts.text("missed.unsaid") : why;
    }

    /**
     * Returns why parts were not seen completely: each reason once, in the order of the outcomes; empty if all was
     * seen.
     */
    public List<Reason> reasons(Collection<PartOutcome> outcomes) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (PartOutcome outcome : outcomes) {
            for (Missed missed : outcome.missed()) {
                Reason reason = new Reason(why(missed), List.of(part(outcome.part())), List.of(missed));
                reasons.merge(reason.why(), reason, Reason::and);
            }
        }
        return List.copyOf(reasons.values());
    }

    /**
     * Returns a line for each reason, for the student: the parts, and in brackets why, with at most three names of what
     * was not seen; empty if all was seen.
     *
     * @param outcomes what came of each part
     * @param names returns what to call what was not seen, usually its {@linkplain Missed#name name}; an empty text to
     *     leave it out
     */
    public List<String> lines(Collection<PartOutcome> outcomes, Function<Missed, String> names) {
        return reasons(outcomes).stream()
                .map(reason -> {
                    String what = some(reason.missed().stream().map(names));
                    String why = what.isEmpty() ? reason.why() : reason.why() + ": " + what;
                    return String.join(", ", reason.parts()) + " (" + why + ")";
                })
                .toList();
    }

    /**
     * Returns a line for each reason, for whoever runs the program: the parts, why, and in brackets the details; empty
     * if all was seen.
     */
    public List<String> linesWithDetails(Collection<PartOutcome> outcomes) {
        return reasons(outcomes).stream()
                .map(reason -> {
                    String details = some(
                            reason.missed().stream().map(Missed::toString).filter(text -> !text.equals(reason.why())));
                    String line = some(reason.parts().stream()) + ": " + reason.why();
                    return details.isEmpty() ? line : line + " (" + details + ")";
                })
                .toList();
    }

    private String some(Stream<String> all) {
        List<String> names = all.filter(name -> !name.isBlank()).distinct().toList();
        String first = names.stream().limit(NAMES).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? first : first + " " + texts.text("message.more", names.size() - NAMES);
    }
}
