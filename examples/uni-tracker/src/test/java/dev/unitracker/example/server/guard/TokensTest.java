package dev.unitracker.example.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.example.server.Scope;
import dev.unitracker.example.worker.Databases;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens and sessions in both databases. */
class TokensTest {

    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_token_is_found_as_it_was_made_until_it_is_over_or_revoked(Databases databases) {
        try (JdbcStore store = JdbcStore.at(databases.newAddress()).build()) {
            GuardTables.create(store.database());
            GuardTables.create(store.database());
            Tokens tokens = new Tokens(store.database(), clock);
            Instant over = clock.instant().plus(Duration.ofDays(1));
            assertThat(tokens.isAny()).isFalse();

            String first = tokens.add("ana", Scope.ACT, "x".repeat(300), null);
            String second = tokens.add("bruno", Scope.READ, "", over);

            assertThat(tokens.find(first)).hasValueSatisfying(token -> {
                assertThat(token.account()).isEqualTo("ana");
                assertThat(token.scope()).isEqualTo(Scope.ACT);
                assertThat(token.label()).hasSize(200);
                assertThat(token.createdAt()).isEqualTo(clock.instant());
                assertThat(token.expiresAt()).isEmpty();
            });
            assertThat(tokens.find(second).orElseThrow().expiresAt()).contains(over);
            assertThat(tokens.all()).extracting(Token::account).containsExactly("ana", "bruno");
            assertThat(tokens.revokeAll("ana")).isEqualTo(1);
            assertThat(tokens.find(first)).isEmpty();
            assertThat(tokens.isAny()).isTrue();
            clock.advance(Duration.ofDays(1));
            assertThat(tokens.find(second)).isEmpty();
            assertThat(tokens.isAny()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_many_sessions_of_a_token_the_latest_last(Databases databases) {
        try (JdbcStore store = JdbcStore.at(databases.newAddress()).build()) {
            GuardTables.create(store.database());
            Tokens tokens = new Tokens(store.database(), clock);
            Sessions sessions = new Sessions(store.database(), clock);
            Token token = tokens.find(tokens.add("ana", Scope.READ, "", null)).orElseThrow();
            List<String> cookies = new ArrayList<>();

            for (int i = 0; i < 52; i++) {
                cookies.add(sessions.begin(token).cookie());
                clock.advance(Duration.ofSeconds(1));
            }

            assertThat(cookies.subList(0, 2))
                    .noneMatch(cookie -> sessions.find(cookie).isPresent());
            assertThat(cookies.subList(2, 52))
                    .allMatch(cookie -> sessions.find(cookie).isPresent());
            sessions.end(cookies.get(51));
            assertThat(sessions.find(cookies.get(51))).isEmpty();
            tokens.revoke(token.id());
            assertThat(sessions.find(cookies.get(50))).isEmpty();
        }
    }
}
