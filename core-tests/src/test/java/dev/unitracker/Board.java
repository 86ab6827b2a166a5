package dev.unitracker;

import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice board whose notes are lines of one text, and a collector of it. */
public final class Board implements Collector {

    static final String NAME = "board";

    private String text = "";
    private int asked;
    private Runnable whenRead = () -> {};
    private @Nullable RuntimeException failure;

    /** Puts up some notes, a title each, in place of those that are there. */
    public void shows(String... titles) {
        text = String.join("\n", titles);
    }

    /** Does something each time that its text was kept and nobody was told of it yet. */
    public void whenRead(Runnable doing) {
        whenRead = doing;
    }

    /** Cannot be read from now on; null lets it be read again. */
    void fails(@Nullable RuntimeException reason) {
        failure = reason;
    }

    int asked() {
        return asked;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void collect(Look look, Sink sink) {
        Kept answer = look.archive().ask("read the board", this::ask);
        whenRead.run();
        List<Sighting> notes = new ArrayList<>();
        for (String title : answer.text().split("\n", -1)) {
            String key = "note:" + (notes.size() + 1);
            notes.add(Sighting.of(key, ItemType.ANNOUNCEMENT)
                    .course("course:2")
                    .title(title)
                    .build());
        }
        sink.observe(Observation.complete(new Scope(NAME, "notes"), notes, answer.evidence(NAME)));
    }

    private Answer ask() {
        asked++;
        if (failure != null) {
            throw failure;
        }
        return Answer.of("text/plain", text);
    }
}
