package dev.unitracker.example;

import dev.unitracker.report.SyncReport;
import java.util.ArrayList;
import java.util.List;

/** The demo for programs: the ledger, line by line, the same each time. */
final class JsonDemo {

    private static final int LOOKS = 2;

    private final DemoStage stage;
    private final Console console;
    private final LedgerJson json;

    JsonDemo(DemoStage stage, Console console) {
        this.stage = stage;
        this.console = console;
        this.json = new LedgerJson(stage::asRecorded);
    }

    void play() {
        List<String> notLooked = new ArrayList<>();
        for (int step = 0; step < stage.recording().steps(); step++) {
            stage.moveTo(step);
            for (int look = 1; look <= LOOKS; look++) {
                SyncReport report = stage.look();
                notLooked.addAll(report.run().notLooked());
                for (var change : report.changes()) {
                    console.line(json.line(step, look, change));
                }
            }
        }
        notLooked.forEach(line -> console.error("not looked at: " + line));
    }
}
