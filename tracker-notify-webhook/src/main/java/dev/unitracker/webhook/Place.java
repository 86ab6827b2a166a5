package dev.unitracker.webhook;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.Secrets;
import dev.unitracker.notice.Message;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** An address where messages are posted, and the form that they have there. Knows no network. */
interface Place {

    /** Returns the name of the recipient, which is no secret. */
    String name();

    /** Returns the address of the server; all requests lead there. */
    HttpUrl server();

    /** Returns what must not be shown. */
    Secrets secrets();

    /** Returns a message as it is posted, in parts if it is longer than the place takes; at least one. */
    List<Request> posts(Message message);

    /** Returns what it means that a post was not taken. */
    NotDeliveredException refusal(HttpAnswer answer);
}
