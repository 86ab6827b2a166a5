package dev.unitracker.internal.tell;

import dev.unitracker.error.SettingsException;
import dev.unitracker.spi.Notifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notifiers and whom each of them tells. One that cannot say so just now tells those whom it named last, so that neither
 * a look nor an alert is lost by it. Safe for use by several threads.
 */
public final class Audience {

    private static final Logger log = LoggerFactory.getLogger("unitracker.dispatch");

    private final List<Notifier> notifiers;
    private final Map<String, List<String>> named = new ConcurrentHashMap<>();

    /**
     * @throws SettingsException if a notifier does not say whom it tells
     */
    public Audience(List<Notifier> notifiers) {
        this.notifiers = List.copyOf(notifiers);
        for (Notifier notifier : this.notifiers) {
            try {
                named.put(notifier.name(), recipients(notifier));
            } catch (RuntimeException e) {
                throw new SettingsException(
                        "the notifier " + notifier.name() + " does not say whom it tells: " + e.getMessage(), e);
            }
        }
    }

    List<Notifier> notifiers() {
        return notifiers;
    }

    /** Tells whether there is nobody to tell. */
    public boolean isEmpty() {
        return notifiers.isEmpty();
    }

    /** Returns whom a notifier tells now, each once. */
    List<String> of(Notifier notifier) {
        try {
            List<String> now = recipients(notifier);
            named.put(notifier.name(), now);
            return now;
        } catch (RuntimeException e) {
            log.warn("{} does not say whom it tells; it tells those it named last", notifier.name(), e);
            return Objects.requireNonNull(named.get(notifier.name()));
        }
    }

    private static List<String> recipients(Notifier notifier) {
        return notifier.recipients().stream().distinct().toList();
    }
}
