package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Account;
import dev.unitracker.Freshness;
import dev.unitracker.example.server.answer.FreshnessJson;
import dev.unitracker.example.server.answer.HealthJson;
import dev.unitracker.report.MissedText;
import dev.unitracker.words.Texts;
import java.util.List;

/** How well looking and telling work, and how old what is known is. */
final class HealthRoutes {

    private final Premises premises;

    private HealthRoutes(Premises premises) {
        this.premises = premises;
    }

    static List<Route> all(Premises premises) {
        HealthRoutes routes = new HealthRoutes(premises);
        return List.of(
                Route.get("/health", Reads.one(routes::health)).needing(Scope.OPEN),
                Route.get("/health/details", Reads.one(routes::details)),
                Route.get("/freshness", Reads.one(HealthRoutes::freshness)));
    }

    private Answer health(Reading reading) {
        ObjectNode json =
                json(reading).of(reading.account().health(), reading.standing().freshness());
        // Anybody may ask; why all is not well says what the student does, and where.
        return Answer.of(reading.asked().isKnown() ? json : json.retain("status"));
    }

    private Answer details(Reading reading) {
        return Answer.of(json(reading)
                .detailed(reading.account().health(), reading.standing().freshness(), premises.artifactStorage()));
    }

    private HealthJson json(Reading reading) {
        return new HealthJson(reading.frame(), premises.environment(), premises.staleAfter());
    }

    private static Answer freshness(Reading reading) {
        Account account = reading.account();
        Freshness freshness = reading.standing().freshness();
        MissedText words = new MissedText(Texts.in(account.language()), account.parts());
        return Answer.of(new FreshnessJson(reading.frame(), words).of(freshness));
    }
}
