package dev.unitracker.internal.reconcile;

import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.DateSource;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Within;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One item out of all that several answers say of it. For each field the best answer that mentions it wins; a deadline
 * follows the rules that its answers name instead, and completion is reached as soon as any answer says so.
 */
final class Merge {

    private final List<Remembered> answers;
    private final SortedMap<String, String> fields = new TreeMap<>();
    private final Map<String, Remembered> winners = new HashMap<>();

    private Merge(List<Remembered> answers) {
        this.answers = answers;
    }

    /**
     * Merges what is known of an item.
     *
     * @param answers best first, at least one of them a proof of presence
     */
    static Merge of(List<Remembered> answers) {
        Merge merge = new Merge(answers);
        merge.identity();
        answers.forEach(merge::takeOver);
        merge.deadline();
        merge.completion();
        merge.fields.values().removeIf(String::isEmpty);
        return merge;
    }

    /** Returns the item's fields, all with a value. */
    SortedMap<String, String> fields() {
        return fields;
    }

    /** Returns which answer gave each field that was mentioned. */
    Map<String, Remembered> winners() {
        return winners;
    }

    private void identity() {
        Remembered proof = answers.stream()
                .filter(answer -> answer.sighting().presence())
                .findFirst()
                .orElseThrow();
        Sighting sighting = proof.sighting();
        put(Field.STATUS, status().key(), proof);
        put(Field.TYPE, sighting.type() == null ? null : sighting.type().name(), proof);
        put(Field.COURSE, sighting.course(), proof);
        put(Field.WITHIN, partOfItem(sighting), proof);
    }

    /** What one answer says to be out of the student's sight no other can show; it says so until it shows it again. */
    private ItemStatus status() {
        return answers.stream().map(Remembered::sighting).anyMatch(Sighting::isHidden)
                ? ItemStatus.HIDDEN
                : ItemStatus.ACTIVE;
    }

    /** A place is no item: moving between places is nothing a student would care for. */
    private static @Nullable String partOfItem(Sighting sighting) {
        Within within = sighting.within();
        return within == null ? null : within.item().orElse(null);
    }

    private void takeOver(Remembered answer) {
        answer.sighting().fields().forEach((key, value) -> {
            if (fields.putIfAbsent(key, value) == null) {
                winners.put(key, answer);
            }
        });
    }

    private void deadline() {
        List<Remembered> stating = answers.stream()
                .filter(answer -> answer.sighting().stated(Field.DUE_AT).isPresent())
                .toList();
        Optional<Remembered> forAll = stating.stream()
                .filter(answer -> answer.sighting().dueRule().reach() == DateRule.Reach.EVERYBODY)
                .findFirst();
        Optional<Remembered> winner = stating.stream()
                .filter(answer -> competes(answer, forAll))
                .min(Comparator.comparing((Remembered answer) -> dueOf(answer).isEmpty())
                        .thenComparing(answer -> answer.sighting().dueRule()));
        put(Field.DUE_AT, null, null);
        winner.ifPresent(answer -> {
            String due = dueOf(answer);
            put(Field.DUE_AT, due, answer);
            if (!due.isEmpty()) {
                put(Field.DUE_SOURCE, source(answer, due, stating, forAll).encode(), answer);
            }
        });
    }

    /**
     * Without a date only the activity's own answer says something: that there is no deadline. An override that is
     * merely mentioned by the way is already in the date of a better answer, or is no longer true. What is expected
     * counts where the activity has no date of its own.
     */
    private static boolean competes(Remembered answer, Optional<Remembered> forAll) {
        return switch (answer.sighting().dueRule().reach()) {
            case STUDENT -> !dueOf(answer).isEmpty();
            case EXCEPTION ->
                !dueOf(answer).isEmpty()
                        && forAll.filter(all -> all.sighting().rank()
                                        < answer.sighting().rank())
                                .isEmpty();
            case EVERYBODY -> forAll.filter(answer::equals).isPresent();
            case EXPECTED ->
                !dueOf(answer).isEmpty() && forAll.map(Merge::dueOf).orElse("").isEmpty();
        };
    }

    private static DateSource source(
            Remembered winner, String due, List<Remembered> stating, Optional<Remembered> forAll) {
        DateRule rule = stating.stream()
                .filter(answer -> dueOf(answer).equals(due))
                .map(answer -> answer.sighting().dueRule())
                .min(Comparator.naturalOrder())
                .orElse(DateRule.ACTIVITY);
        String classDate = forAll.map(Merge::dueOf).orElse("");
        boolean other = !classDate.isEmpty() && !classDate.equals(due);
        return new DateSource(rule.key(), request(winner), other ? Instant.parse(classDate) : null);
    }

    private static String request(Remembered answer) {
        return answer.evidence().request().split(" ", 2)[0];
    }

    private static String dueOf(Remembered answer) {
        return answer.sighting().stated(Field.DUE_AT).orElse("");
    }

    private void completion() {
        answers.stream()
                .filter(answer -> answer.sighting()
                        .stated(Field.COMPLETION)
                        .filter(Completion.COMPLETED.key()::equals)
                        .isPresent())
                .findFirst()
                .ifPresent(answer -> put(Field.COMPLETION, Completion.COMPLETED.key(), answer));
    }

    private void put(Field field, @Nullable String value, @Nullable Remembered answer) {
        fields.put(field.key(), value == null ? "" : value);
        if (answer == null) {
            winners.remove(field.key());
        } else {
            winners.put(field.key(), answer);
        }
    }
}
