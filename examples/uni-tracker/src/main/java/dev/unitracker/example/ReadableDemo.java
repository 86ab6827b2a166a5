package dev.unitracker.example;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.moodle.simulator.Edit;
import dev.unitracker.report.SyncReport;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo for people: each step's changes in words, at the end what is due. */
final class ReadableDemo {

    private static final int LOOKS = 2;
    private static final Duration AHEAD = Duration.ofDays(30);

    private final DemoStage stage;
    private final Console console;
    private final Texts words;
    private final Screen screen;
    private final TermScore score = new TermScore();
    private boolean acknowledged;

    ReadableDemo(DemoStage stage, Console console) {
        this.stage = stage;
        this.console = console;
        this.words = stage.words();
        this.screen = new Screen(console, words, stage.account(), DemoStage.ZONE, stage::asRecorded);
    }

    void play() {
        console.line(words.text("demo.begin", DemoStage.ZONE));
        for (int step = 0; step < stage.recording().steps(); step++) {
            stage.moveTo(step);
            console.line("");
            console.line(words.text("demo.step", step, stage.recording().steps() - 1));
            step(step);
        }
        console.line("");
        screen.deadlines(AHEAD);
        console.line("");
        console.line(words.text("demo.digest"));
        stage.messages().show(stage.account().digest(Duration.ofDays(1)));
        brief();
        termScore().ifPresent(line -> {
            console.line("");
            console.line(line);
        });
    }

    private void brief() {
        stage.account().deadlines(AHEAD).stream()
                .findFirst()
                .flatMap(due -> stage.account().brief(due.item().id()))
                .ifPresent(brief -> {
                    console.line("");
                    console.line(words.text("demo.brief"));
                    BriefText.lines(brief).forEach(line -> console.line("  " + line));
                });
    }

    private void step(int step) {
        List<Change> seen = new ArrayList<>();
        for (int look = 1; look <= LOOKS; look++) {
            SyncReport report = stage.look();
            seen.addAll(report.changes());
            if (look == 1) {
                console.line("");
                screen.report(report);
            }
            screen.changes(report.news());
        }
        stage.messages().showSent();
        acknowledgeOne(seen);
        if (seen.stream().noneMatch(Change::meaningful)) {
            console.line("  " + words.text("demo.nothing"));
        }
        score.add(edits(step), seen);
    }

    /** The student answers one message of the demo, so that it is not told again. */
    private void acknowledgeOne(List<Change> seen) {
        if (acknowledged) {
            return;
        }
        seen.stream()
                .filter(change -> change.kind() == ChangeKind.DEADLINE_CHANGED)
                .filter(change -> stage.account().acknowledge(change.number()))
                .findFirst()
                .ifPresent(change -> {
                    acknowledged = true;
                    console.line("  "
                            + words.text("demo.acknowledged", change.about().title()));
                });
    }

    private List<Edit> edits(int step) {
        return step == 0 ? List.of() : stage.recording().edits(step);
    }

    private Optional<String> termScore() {
        return score.edits() == 0
                ? Optional.empty()
                : Optional.of(words.text(
                        "demo.score",
                        score.edits(),
                        score.found(),
                        score.falseAlarms().size()));
    }
}
