package dev.unitracker.internal.reconcile;

import dev.unitracker.model.Availability;
import dev.unitracker.model.Field;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Within;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a look did not see, and whether that means anything. Only a scope that was seen completely shows an absence, what
 * is closed to the student is not absent, and half a course does not vanish at once.
 */
final class Absences {

    /** Fewer absences than this are never suspicious. */
    private static final int SUSPICIOUS_FROM = 5;

    private final Sightbook book;
    private final Set<Remembered> absent = new LinkedHashSet<>();
    private final Set<Scope> provenEmpty;
    private final Set<String> closed = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<Scope> lookedAt = new HashSet<>();
    private final boolean counted;

    /**
     * Takes down what some observations did not see. Their sightings are in the book already.
     *
     * @param counted whether an attempt at the same look counted absences before: two attempts are still one look
     * @param provenEmpty the scopes whose absences need no second look
     */
    Absences(Sightbook book, List<Observation> observations, boolean counted, Set<Scope> provenEmpty) {
        this.book = book;
        this.counted = counted;
        this.provenEmpty = provenEmpty;
        for (Observation observation : observations) {
            closed.addAll(observation.closed());
            lookedAt.add(observation.scope());
            observation.sightings().stream()
                    .filter(Sighting::presence)
                    .map(Sighting::key)
                    .forEach(shown::add);
            if (observation.completeness().complete()) {
                absent.addAll(unseen(observation));
            }
        }
    }

    /**
     * Works the absences into the book.
     *
     * @param activeKeys the keys of the items that were there before
     * @param believed whether even suspicious absences count
     * @return what is held back as suspicious; nothing as a rule
     */
    Suspicion workIn(Set<String> activeKeys, boolean believed) {
        Set<String> present = new TreeSet<>(activeKeys);
        present.removeIf(book::missing);
        List<Remembered> proven =
                absent.stream().filter(known -> !mayStillBeThere(known)).toList();
        absent.stream().filter(known -> !proven.contains(known)).forEach(this::stepBack);
        proven.forEach(this::count);
        Set<String> vanished = present.stream().filter(book::missing).collect(Collectors.toCollection(TreeSet::new));
        if (believed || !suspicious(vanished, present)) {
            return Suspicion.NONE;
        }
        return new Suspicion(vanished, holdBack(vanished, proven));
    }

    private List<Remembered> unseen(Observation observation) {
        Set<String> seen =
                observation.sightings().stream().map(sighting -> sighting.key()).collect(Collectors.toSet());
        return book.inScope(observation.scope()).stream()
                .filter(known -> !seen.contains(known.sighting().key()))
                .toList();
    }

    private void count(Remembered known) {
        if (!known.sighting().presence()) {
            countMention(known);
        } else if (provenEmpty.contains(known.scope())) {
            book.enter(known.missed(Remembered.PROOF));
        } else if (!known.gone() && !(counted && known.missed() > 0)) {
            book.enter(known.missed(known.missed() + 1));
        }
    }

    /**
     * What is no longer mentioned is forgotten at once where another answer bears it out, and else at the second look: a list
     * may have lost a line.
     */
    private void countMention(Remembered known) {
        if (isOfNothingShown(known.sighting().key())) {
            return;
        }
        boolean missedAgain = known.missed() > 0 && !counted;
        boolean borneOut = overtaken(known) || book.isUnsaidElsewhere(known, absent);
        if (missedAgain || borneOut || provenEmpty.contains(known.scope())) {
            book.forget(known);
        } else {
            book.enter(known.missed(1));
        }
    }

    /**
     * Tells whether a look that should have shown an item did not: what no longer mentions it went with it, or is not shown
     * with it, and says nothing of an item that is there.
     */
    private boolean isOfNothingShown(String key) {
        return !shown.contains(key)
                && book.of(key).stream()
                        .anyMatch(known -> known.sighting().presence() && lookedAt.contains(known.scope()));
    }

    /**
     * What may still be there was not missed, so that a look of long ago does not prove with a later one that it is gone. Of what
     * no longer shows an item, that counts less of which others that show it say something new.
     */
    private void stepBack(Remembered known) {
        Remembered there = known.gone() ? known : known.missed(0);
        Remembered behind = overtaken(known) ? there.outdated() : there;
        if (!behind.equals(known)) {
            book.enter(behind);
        }
    }

    private boolean overtaken(Remembered known) {
        Set<String> fields = known.sighting().fields().keySet();
        return book.of(known.sighting().key()).stream()
                .filter(other -> other.seen() && other.sighting().presence() && !absent.contains(other))
                .anyMatch(other -> book.saysAnew(other, fields));
    }

    private boolean mayStillBeThere(Remembered known) {
        List<String> names = new ArrayList<>(book.around(known.sighting().key()));
        Within within = known.sighting().within();
        names.add(within == null ? "" : within.name());
        boolean closedItself = closed.contains(known.sighting().key());
        return closedItself
                || !Collections.disjoint(names, closed)
                || names.stream().anyMatch(this::shut)
                || shut(known.sighting().key())
                || left(known.sighting().course(), known.sighting().key());
    }

    /** Tells whether something is there that the student is not let into, shown or not. */
    private boolean shut(String key) {
        return book.of(key).stream()
                .filter(known -> known.seen() && !absent.contains(known))
                .map(Remembered::sighting)
                .anyMatch(seen -> seen.isHidden() || isRestricted(seen));
    }

    private static boolean isRestricted(Sighting seen) {
        return seen.stated(Field.AVAILABILITY)
                .filter(text -> Availability.stored(text).state() == Availability.State.RESTRICTED)
                .isPresent();
    }

    /** Of a course that the student is no longer in nothing is shown, whether it is there or not. */
    private boolean left(@Nullable String course, String key) {
        if (course == null || course.equals(key)) {
            return false;
        }
        List<Remembered> proofs = book.of(course).stream()
                .filter(known -> known.sighting().presence())
                .toList();
        return !proofs.isEmpty() && proofs.stream().allMatch(known -> !known.seen() || absent.contains(known));
    }

    private boolean suspicious(Set<String> vanished, Set<String> present) {
        // What lies within something that vanished went with it and says nothing more.
        long roots = vanished.stream().filter(key -> !partOf(vanished, key)).count();
        long others = present.stream().filter(key -> !partOf(vanished, key)).count();
        return roots >= SUSPICIOUS_FROM && roots * 2 > others;
    }

    private boolean partOf(Set<String> vanished, String key) {
        return !Collections.disjoint(book.around(key), vanished);
    }

    /** The answers that lost so much prove nothing at all; the others count. */
    private Set<String> holdBack(Set<String> vanished, List<Remembered> proven) {
        Set<Scope> suspicious = proven.stream()
                .filter(known -> vanished.contains(known.sighting().key()))
                .map(Remembered::scope)
                .collect(Collectors.toSet());
        proven.stream().filter(known -> suspicious.contains(known.scope())).forEach(book::enter);
        return suspicious.stream().map(Scope::part).collect(Collectors.toSet());
    }
}
