package dev.unitracker.testkit;

import dev.unitracker.model.Change;
import dev.unitracker.spi.Notifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notifier that remembers what it was told. Safe for use by several threads. */
public final class RecordingNotifier implements Notifier {

    private final String name;
    private final List<Change> told = new ArrayList<>();
    private @Nullable RuntimeException failure;

    public RecordingNotifier(String name) {
        this.name = name;
    }

    /** Makes a notifier named {@code recording}. */
    public RecordingNotifier() {
        this("recording");
    }

    /** Throws at each attempt to tell it something, until it is well again. */
    public synchronized RecordingNotifier fails(RuntimeException reason) {
        failure = reason;
        return this;
    }

    /** Listens again. */
    public synchronized RecordingNotifier recovers() {
        failure = null;
        return this;
    }

    /** Returns what it was told, in the order in which it was. */
    public synchronized List<Change> told() {
        return List.copyOf(told);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void tell(List<Change> changes) {
        if (failure != null) {
            throw failure;
        }
        told.addAll(changes);
    }
}
