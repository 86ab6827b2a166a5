package dev.unitracker;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A notice board whose notes are lines of one text, and a collector of it that keeps the text and can be replayed. */
public final class Board implements Collector {

    static final String NAME = "board";

    private String text = "";
    private int asked;
    private Runnable whenRead = () -> {};

    /** Puts up some notes, a title each, in place of those that are there. */
    public void shows(String... titles) {
        text = String.join("\n", titles);
    }

    /** Does something each time that its text was kept and nobody was told of it yet. */
    public void whenRead(Runnable doing) {
        whenRead = doing;
    }

    int asked() {
        return asked;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public void collect(Look look, Consumer<Observation> observations) {
        String answer = look.replayed() ? again(look) : ask();
        String artifact = look.keep("read the board", "text/plain", answer.getBytes(StandardCharsets.UTF_8));
        whenRead.run();
        List<Sighting> notes = new ArrayList<>();
        for (String title : answer.split("\n", -1)) {
            String key = "note:" + (notes.size() + 1);
            notes.add(Sighting.of(key, ItemType.ANNOUNCEMENT)
                    .course("course:2")
                    .title(title)
                    .build());
        }
        observations.accept(
                Observation.complete(new Scope(NAME, "notes"), notes, new Evidence(NAME, "read the board", artifact)));
    }

    private String ask() {
        asked++;
        return text;
    }

    private static String again(Look look) {
        return look.kept("read the board")
                .map(Kept::content)
                .map(content -> new String(content.get(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new SourceUnavailableException("the board was not read"));
    }
}
