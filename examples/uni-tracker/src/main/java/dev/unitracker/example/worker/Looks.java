package dev.unitracker.example.worker;

import dev.unitracker.Account;
import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the looks, each when its account's time has come, and says when the next is due. Safe for use by several threads. */
final class Looks {

    private static final Logger log = LoggerFactory.getLogger("unitracker.worker");

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration SLOT = Duration.ofSeconds(10);
    private static final Duration SETTINGS = Duration.ofMinutes(10);

    private final Students students;
    private final Sites sites;
    private final SitePlaces places;
    private final InstantSource clock;
    private final Consumer<Student> made;

    /**
     * @param made is told that a look was made
     */
    Looks(Students students, Sites sites, SitePlaces places, InstantSource clock, Consumer<Student> made) {
        this.students = students;
        this.sites = sites;
        this.places = places;
        this.clock = clock;
        this.made = made;
    }

    /**
     * Looks at an account if its site may be asked.
     *
     * @param planned when the look was to begin
     * @return when the next is due; empty if the account is not looked at any more
     */
    Optional<Instant> look(String account, Instant planned) {
        Optional<Student> found;
        try {
            found = students.find(account);
        } catch (SettingsException e) {
            log.warn("{} is not looked at: {}", account, e.getMessage());
            return Optional.of(clock.instant().plus(SETTINGS));
        }
        return found.map(student -> look(student, planned));
    }

    private Instant look(Student student, Instant planned) {
        Optional<Instant> rests = sites.restsUntil(student.site(), student.name());
        if (rests.isPresent()) {
            log.info("{} waits, for {} is out of order", student.name(), student.site());
            return Tempo.next(student.name(), rests.get(), SOON);
        }
        if (!places.take(student.site())) {
            return clock.instant().plus(SLOT);
        }
        try {
            return lookNow(student, planned);
        } finally {
            places.leave(student.site());
        }
    }

    private Instant lookNow(Student student, Instant planned) {
        try {
            note(student, student.tracker().sync());
        } catch (AccountBusyException e) {
            log.info("{}: no look: {}", student.name(), e.getMessage());
            return clock.instant().plus(SOON);
        } catch (TrackerException e) {
            log.warn("{}: the look failed: {}", student.name(), e.getMessage());
        } catch (RuntimeException | Error e) {
            log.error("{}: the look failed unexpectedly; please report it with these lines", student.name(), e);
        }
        return next(student, planned);
    }

    private void note(Student student, SyncReport report) {
        Run run = report.run();
        log.info(
                "{}: {} items, {} changes, {}",
                student.name(),
                report.items(),
                report.news().size(),
                run.outcome());
        report.refusal().ifPresent(why -> log.warn("{}: the login was refused: {}", student.name(), why));
        if (nothingCame(run)) {
            sites.failed(student.site(), student.name());
        } else {
            sites.answered(student.site());
        }
        made.accept(student);
    }

    private static boolean nothingCame(Run run) {
        return !run.sawSomething()
                && run.parts().stream()
                        .flatMap(part -> part.missed().stream())
                        .anyMatch(missed -> missed.code() == Missed.Code.UNAVAILABLE);
    }

    private Instant next(Student student, Instant planned) {
        Instant now = clock.instant();
        Duration between = student.tempo().usual();
        try {
            Account account = student.tracker().account();
            Optional<Instant> soonest = account.risks(Tempo.AHEAD).stream()
                    .flatMap(risk -> Optional.ofNullable(risk.at()).stream())
                    .findFirst();
            between = student.tempo().between(soonest, now, account.zone());
        } catch (TrackerException e) {
            log.warn("{}: what lies ahead could not be read: {}", student.name(), e.getMessage());
        }
        Instant next = Tempo.next(student.name(), planned, between);
        return next.isAfter(now) ? next : Tempo.next(student.name(), now, between);
    }
}
