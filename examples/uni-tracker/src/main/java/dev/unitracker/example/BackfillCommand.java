package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.Enrichment;
import dev.unitracker.error.SettingsException;
import dev.unitracker.model.ItemId;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.report.EnrichmentReport;
import dev.unitracker.report.EnrichmentReport.Outcome;
import dev.unitracker.spi.Enricher;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets the language model write briefs of what is stored. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the language model write a brief of each item that is stored; the site is not asked.",
            "Where the model fails, the brief that rules write is kept. Nothing else is changed."
        },
        footer = {
            "",
            "The settings are those of sync, and:",
            "  NVIDIA_API_KEY      the key of the model's server",
            "  NVIDIA_API_URL      any OpenAI-compatible chat completions (default NVIDIA's)",
            "  NVIDIA_MODEL        default moonshotai/kimi-k2.5",
            "  LLM_BODY_CHAR_LIMIT how much of a text the model is shown (default 12000)",
            "  LLM_MAX_TOKENS      how much it may think and answer (default 16000)",
            "  LLM_TIMEOUT_SECONDS how long one answer may take (default 300)"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the model wrote a brief of every item that has a text",
            "1:something unexpected, such as a store that cannot be written",
            "2:wrong command or wrong settings",
            "3:of some items the model wrote none; the last lines say why"
        })
final class BackfillCommand implements Callable<Integer> {

    private final Console console;
    private final Surroundings surroundings;

    @Option(names = "--weak-only", description = "Only where there is no brief of the present state, or a weak one.")
    private boolean weakOnly;

    @Option(names = "--item", paramLabel = "KEY", description = "Only this item, like module:5; then show its brief.")
    private String item = "";

    BackfillCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (weakOnly && !item.isEmpty()) {
            throw new SettingsException("choose one of --weak-only and --item");
        }
        Settings settings = surroundings.settings();
        Enricher model = Model.enricher(settings);
        try (Installation installation = Installation.open(surroundings, settings)) {
            Account account = installation.account();
            Rejections rejections = new Rejections(account);
            Enrichment enrichment = account.enrichment(model).progress(step -> {
                rejections.note(step);
                console.progress(step.done() + " of " + step.total() + ": "
                        + step.outcome().key() + " " + step.item().title());
            });
            int status = item.isEmpty() ? all(enrichment) : one(account, enrichment);
            rejections
                    .takeCommonest()
                    .ifPresent(reason -> console.error("Of what was rejected the commonest reason is: " + reason));
            return status;
        }
    }

    private int all(Enrichment enrichment) {
        return told(weakOnly ? enrichment.backfillWeak() : enrichment.backfillAll());
    }

    private int one(Account account, Enrichment enrichment) {
        ItemId id = new ItemId(account.name(), Moodle.NAME, item);
        if (account.item(id).isEmpty()) {
            throw new SettingsException("there is no item " + item + "; its key reads like module:5");
        }
        int status = told(enrichment.backfill(id));
        account.brief(id).ifPresent(brief -> BriefText.lines(brief).forEach(console::line));
        return status;
    }

    private int told(EnrichmentReport report) {
        console.line(Arrays.stream(Outcome.values())
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> outcome.key() + " " + report.count(outcome))
                .collect(Collectors.joining(", ", count(report.total()) + ": ", "")));
        String why = report.stoppedBecause();
        if (why != null) {
            console.error("The model was not asked any more: " + why);
        }
        return report.total() == report.count(Outcome.WRITTEN) + report.count(Outcome.NO_TEXT)
                ? ExitStatus.COMPLETE
                : ExitStatus.PARTIAL;
    }

    private static String count(int items) {
        return items == 1 ? "1 item" : items + " items";
    }
}
