package dev.unitracker.testkit;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A collector of a notice board as it should be; what is broken overrides a step of it. */
class NoticeCollector implements Collector {

    static final String NAME = "board";
    static final Scope SCOPE = new Scope(NAME, "notices");

    final NoticeBoard board;

    NoticeCollector(NoticeBoard board) {
        this.board = board;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void collect(Look look, Sink sink) {
        Kept page = ask(look);
        List<String> lines = notices(page.text());
        List<Sighting> sightings = new ArrayList<>();
        for (String line : lines) {
            sightings.add(sighting(line, sightings.size(), look));
        }
        sink.observe(new Observation(
                SCOPE, Completeness.witnessed("the board's count"), sightings, Set.of(), page.evidence(NAME)));
    }

    Kept ask(Look look) {
        return look.archive().ask("notices", () -> Answer.of("text/plain", withoutSecrets(board.page())));
    }

    String withoutSecrets(String page) {
        return page.replace(NoticeBoard.KEY, "***");
    }

    /** Returns the lines of the notices of a page that is whole. */
    List<String> notices(String page) {
        List<String> lines = page.lines().toList();
        String head = lines.get(0);
        boolean whole = head.startsWith("notices: ")
                && lines.size() == Integer.parseInt(head.substring("notices: ".length())) + 2
                && lines.get(lines.size() - 1).equals("***");
        if (!whole) {
            throw new SourceUnavailableException("something else came in place of the notices, or half of them");
        }
        return lines.subList(1, lines.size() - 1);
    }

    Sighting sighting(String line, int position, Look look) {
        int space = line.indexOf(' ');
        return Sighting.of("notice:" + line.substring(0, space), ItemType.ANNOUNCEMENT)
                .title(line.substring(space + 1))
                .build();
    }
}
