package dev.unitracker.telegram;

import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.telegram.Command.Asked;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Puts into words what is answered to a command. */
final class Answers {

    private final Overview overview;
    private final Function<Duration, Message> digest;
    private final Texts words;
    private final InstantSource clock;

    Answers(Overview overview, Function<Duration, Message> digest, Texts words, InstantSource clock) {
        this.overview = overview;
        this.digest = digest;
        this.words = words;
        this.clock = clock;
    }

    Message to(Update update, Asked asked, Outcome outcome) {
        return message(update, lines(asked, outcome));
    }

    Message apology(Update update) {
        return message(update, List.of(Line.of(Style.PLAIN, words.text("telegram.failed"))));
    }

    /** Nobody needs a sound for what he just asked for. */
    private Message message(Update update, List<Line> lines) {
        return new Message(
                "telegram/update/" + update.id(),
                words.language(),
                NoticeKind.DIGEST,
                Severity.INFORMATION,
                lines,
                null);
    }

    private List<Line> lines(Asked asked, Outcome outcome) {
        boolean understood = asked.number() > 0 || asked.command() == Command.HELP || asked.command() == Command.START;
        if (!understood) {
            return usage(asked);
        }
        return switch (asked.command()) {
            case DIGEST -> digest.apply(Duration.ofHours(asked.number())).lines();
            case RISKS -> overview.risks(asked.number());
            case DEADLINES -> overview.deadlines(asked.number());
            case CHANGES -> changes(asked.number());
            case DONE -> List.of(Line.of(Style.PLAIN, done(asked, outcome)));
            case HELP -> help();
            case START -> start();
        };
    }

    private List<Line> changes(long hours) {
        return overview.changes(hours, clock.instant().minus(Duration.ofHours(hours)));
    }

    private String done(Asked asked, Outcome outcome) {
        return switch (outcome.kind()) {
            case DONE -> words.text("telegram.done", outcome.name());
            case DONE_ALREADY -> words.text("telegram.done.already", outcome.name());
            case UNKNOWN -> words.text("telegram.done.unknown", asked.number());
            case FAILED, NOTHING_TO_DO, TOO_LATE -> words.text("telegram.failed");
        };
    }

    private List<Line> usage(Asked asked) {
        String written = asked.written().replaceAll("\\s+", " ");
        return List.of(
                Line.of(Style.PLAIN, words.text("telegram.usage", written)),
                Line.of(Style.DETAIL, help(asked.command())));
    }

    private List<Line> start() {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.PLAIN, words.text("telegram.start")));
        lines.addAll(help());
        return lines;
    }

    private List<Line> help() {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.HEADING, words.text("telegram.help")));
        for (Command command : Command.values()) {
            if (command != Command.START) {
                lines.add(Line.of(Style.PLAIN, help(command)));
            }
        }
        return lines;
    }

    private String help(Command command) {
        return words.text("telegram.help." + command.name().toLowerCase(Locale.ROOT));
    }
}
