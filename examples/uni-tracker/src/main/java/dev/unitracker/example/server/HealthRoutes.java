package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Account;
import dev.unitracker.Freshness;
import dev.unitracker.example.metrics.Meters;
import dev.unitracker.example.server.answer.FreshnessJson;
import dev.unitracker.example.server.answer.HealthJson;
import dev.unitracker.report.MissedText;
import dev.unitracker.words.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** How well looking and telling work, and how old what is known is. */
final class HealthRoutes {

    private final Premises premises;

    private HealthRoutes(Premises premises) {
        this.premises = premises;
    }

    static List<Route> all(Premises premises) {
        HealthRoutes routes = new HealthRoutes(premises);
        return List.of(
                Route.get("/health", asked -> about(asked, routes::health)).needing(Scope.OPEN),
                Route.get("/health/details", asked -> about(asked, routes::details)),
                Route.get("/freshness", Reads.one(HealthRoutes::freshness)),
                Route.get("/metrics", routes::metrics).needing(Scope.ADMIN).ofServer());
    }

    /** What workers know of sites is asked first: it stands beside the account. */
    private static Answer about(Asked asked, BiFunction<Reading, Optional<Instant>, Answer> question) {
        Optional<Instant> rests = asked.hosted().siteRestsUntil(asked.account().name());
        return Reads.one(reading -> question.apply(reading, rests)).answer(asked);
    }

    private Answer metrics(Asked asked) {
        return Answer.of(Meters.CONTENT_TYPE, premises.meters().text().getBytes(StandardCharsets.UTF_8));
    }

    private Answer health(Reading reading, Optional<Instant> rests) {
        ObjectNode json = json(reading, rests)
                .of(reading.account().health(), reading.standing().freshness());
        // Anybody may ask; why all is not well says what the student does, and where.
        return Answer.of(reading.asked().isKnown() ? json : json.retain("status"));
    }

    private Answer details(Reading reading, Optional<Instant> rests) {
        return Answer.of(json(reading, rests)
                .detailed(reading.account().health(), reading.standing().freshness(), premises.artifactStorage()));
    }

    private HealthJson json(Reading reading, Optional<Instant> rests) {
        return new HealthJson(reading.frame(), premises.environment(), premises.staleAfter(), rests);
    }

    private static Answer freshness(Reading reading) {
        Account account = reading.account();
        Freshness freshness = reading.standing().freshness();
        MissedText words = new MissedText(Texts.in(account.language()), account.parts());
        return Answer.of(new FreshnessJson(reading.frame(), words).of(freshness));
    }
}
