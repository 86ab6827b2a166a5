package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Account;
import dev.unitracker.example.server.answer.Frame;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A question about an account, which is read at one moment. Not valid after that. */
public final class Reading {

    private final Asked asked;
    private final Account account;
    private final Standing standing;

    Reading(Asked asked, Account account, Standing standing) {
        this.asked = asked;
        this.account = account;
        this.standing = standing;
    }

    /** Returns what was asked. */
    public Asked asked() {
        return asked;
    }

    /** Returns the account. */
    public Account account() {
        return account;
    }

    /** Returns the moment of the question by the account's clock. */
    public Instant now() {
        return account.now();
    }

    /** Returns what all JSON about the account needs: its zone, the numbers of its courses. */
    public Frame frame() {
        return new Frame(account.zone(), standing.courses());
    }

    Standing standing() {
        return standing;
    }

    /**
     * Returns the item that the path names by its number.
     *
     * @throws Refusal if there is none
     */
    public StoredItem item() {
        return account.item(asked.number("id")).orElseThrow(() -> Refusal.unknown("there is no such item"));
    }

    /**
     * Returns the course that the path names by its number.
     *
     * @throws Refusal if there is none
     */
    public ItemId course() {
        return standing.course(asked.number("id")).orElseThrow(() -> Refusal.unknown("there is no such course"));
    }

    /**
     * Answers with a list, and says whether there is more and how to get it.
     *
     * @param next where it goes on; empty if it does not
     */
    public Answer list(List<? extends JsonNode> rows, Optional<Cursor> next) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(rows.size());
        rows.forEach(array::add);
        return paged(Answer.of(array), next);
    }

    /**
     * Answers with an object that holds a list, as {@link #list} does; {@code next} in it is the cursor, null if there is no more.
     *
     * @param next where the list goes on; empty if it does not
     */
    public Answer object(ObjectNode object, Optional<Cursor> next) {
        object.put("next", next.map(Cursor::text).orElse(null));
        return paged(Answer.of(object), next);
    }

    private Answer paged(Answer answer, Optional<Cursor> next) {
        Answer told = answer.with("X-Has-More", Boolean.toString(next.isPresent()));
        return next.map(cursor -> told.with("Link", "<" + asked.linkTo(cursor.text()) + ">; rel=\"next\""))
                .orElse(told);
    }
}
