package dev.unitracker.example.server;

import dev.unitracker.Account;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was asked of a route. What cannot be read is refused. Immutable. */
public final class Asked {

    private final Hosted hosted;
    private final Standings standings;
    private final Target target;
    private final Query query;
    private final Envelope envelope;

    /**
     * What came with a question.
     *
     * @param headers finds a header by its name
     * @param body the body
     * @param address the address that the request came from; it may be that of a server before this one
     * @param known whether whoever asks may read the account, also where anybody may ask
     */
    record Envelope(UnaryOperator<@Nullable String> headers, Body body, String address, boolean known) {}

    /**
     * What a request is about.
     *
     * @param path the path as it was asked for
     * @param account the name of the account
     * @param parts the variable parts of the path by name
     */
    record Target(String path, String account, Map<String, String> parts) {

        Target {
            parts = Map.copyOf(parts);
        }
    }

    Asked(Hosted hosted, Standings standings, Target target, Query query, Envelope envelope) {
        this.hosted = hosted;
        this.standings = standings;
        this.target = target;
        this.query = query;
        this.envelope = envelope;
    }

    /** Returns all accounts. */
    public Hosted hosted() {
        return hosted;
    }

    /** Returns the name of the account that the request is about, whether there is one or not. */
    public String accountName() {
        return target.account();
    }

    /**
     * Returns the account that the request is about.
     *
     * @throws Refusal if there is none
     */
    public Account account() {
        return hosted.account(accountName()).orElseThrow(() -> Refusal.unknown("there is no such account"));
    }

    /** Returns the same question, about another account. */
    Asked about(String account) {
        return new Asked(hosted, standings, new Target(target.path(), account, target.parts()), query, envelope);
    }

    /**
     * Returns the number in a variable part of the path.
     *
     * @throws Refusal if it is none
     */
    public long number(String part) {
        return Parameter.number(text(part))
                .filter(number -> number > 0)
                .orElseThrow(() -> Refusal.wrong(part + " must be a whole number from 1 on"));
    }

    /** Returns the text of a variable part of the path. */
    public String text(String part) {
        return Optional.ofNullable(target.parts().get(part))
                .orElseThrow(() -> new IllegalArgumentException("the path has no part " + part));
    }

    /** Returns a parameter of the query that is given, or has a value where it is not. */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .orElseThrow(() -> new IllegalArgumentException(parameter.name() + " may be missing; use find"));
    }

    /** Returns a parameter of the query; empty if it is not given and has no value then. */
    public <T> Optional<T> find(Parameter<T> parameter) {
        return parameter.read(query.find(parameter.name()));
    }

    /** Returns a header of the request; empty if it is not there. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(envelope.headers().apply(name));
    }

    /** Returns the body; it says nothing where the {@linkplain Handling#longestBody handling} reads none. */
    public Body body() {
        return envelope.body();
    }

    /** Returns the address that the request came from, which may be that of a server before this one. */
    public String address() {
        return envelope.address();
    }

    /** Tells whether whoever asks may read the account, also where anybody may ask. */
    public boolean isKnown() {
        return envelope.known();
    }

    /** Returns the address of the same list from a cursor on, relative to this server. */
    String linkTo(String cursor) {
        Map<String, String> values = new LinkedHashMap<>(query.values());
        values.remove("offset");
        values.put(Cursor.PARAMETER.name(), cursor);
        return target.path()
                + values.entrySet().stream()
                        .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Standing standing(Account account) {
        return standings.of(account);
    }

    /** Returns the answer as it was given before, if its stamp is the same. */
    Answer kept(Stamp stamp, Supplier<Answer> otherwise) {
        Answers.Question question = new Answers.Question(target.account(), target.path(), query.values());
        return standings.answers().of(question, stamp, otherwise);
    }
}
