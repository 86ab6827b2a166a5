package dev.unitracker.example.worker;

import dev.unitracker.error.SettingsException;
import dev.unitracker.error.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what comes due between looks, for each account every minute; what a look finds is told at its end. Safe for use by several
 * threads.
 */
final class Tells {

    private static final Logger log = LoggerFactory.getLogger("unitracker.worker");

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Students students;
    private final InstantSource clock;

    Tells(Students students, InstantSource clock) {
        this.students = students;
        this.clock = clock;
    }

    /** Tells what is due and returns when to do it again; empty if the account is not looked at any more. */
    Optional<Instant> tell(String account) {
        try {
            Optional<Student> student = students.find(account);
            student.ifPresent(this::tell);
            return student.map(known -> again(account));
        } catch (SettingsException e) {
            // The look says so.
            log.debug("{} is not told of: {}", account, e.getMessage());
        } catch (TrackerException e) {
            log.warn("{}: nothing could be told: {}", account, e.getMessage());
        } catch (RuntimeException | Error e) {
            log.error("{}: telling failed unexpectedly; please report it with these lines", account, e);
        }
        return Optional.of(again(account));
    }

    private void tell(Student student) {
        student.tracker().dispatch().warnings().forEach(warning -> log.warn("{}: {}", student.name(), warning));
    }

    private Instant again(String account) {
        return Tempo.next(account, clock.instant(), BETWEEN);
    }
}
