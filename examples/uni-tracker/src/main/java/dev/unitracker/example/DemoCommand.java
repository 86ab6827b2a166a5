package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.example.DemoStage.StoreKind;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.words.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays recorded weeks of a made-up student against a simulated Moodle. Needs no account and no network. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays recorded weeks of a made-up student on a simulated Moodle, and shows what the tracker says of them.",
            "Needs no account and no network."
        })
final class DemoCommand implements Callable<Integer> {

    private final Console console;
    private final InstantSource clock;

    @Option(names = "--json", description = "Print one JSON object for each ledger entry, in recorded times.")
    private boolean json;

    @Option(names = "--term", description = "Play a whole term, 40 steps with 160 edits, instead of 4 steps.")
    private boolean term;

    @Option(
            names = "--store",
            paramLabel = "h2|memory",
            description = "What remembers: a database in a temporary folder, or memory. Default: ${DEFAULT-VALUE}.")
    private StoreKind store = StoreKind.h2;

    @Option(
            names = "--language",
            paramLabel = "en|es",
            description = "The language of the messages. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    DemoCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Recording recording = term ? Recording.term() : Recording.demo();
        Optional<Instant> begin = json ? Optional.empty() : Optional.of(clock.instant());
        try (DemoStage stage = DemoStage.open(new DemoStage.Play(recording, store, words(), begin), console)) {
            if (json) {
                new JsonDemo(stage, console).play();
            } else {
                new ReadableDemo(stage, console).play();
            }
        }
        return ExitStatus.COMPLETE;
    }

    private Language words() {
        try {
            return DesktopLanguage.named(language);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("--language: " + e.getMessage(), e);
        }
    }
}
