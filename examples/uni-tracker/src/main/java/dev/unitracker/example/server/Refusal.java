package dev.unitracker.example.server;

import java.util.Map;

/** A request that is refused, with the status and the words that whoever asked gets. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int WRONG = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int OTHER_MEDIA_TYPE = 415;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final transient Map<String, String> headers;

    /**
     * Makes a refusal.
     *
     * @param status the status, from 400 on
     * @param detail what is wrong and what would be right; whoever asked reads it
     * @param headers more headers of the answer
     */
    public Refusal(int status, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    private Refusal(int status, String detail) {
        this(status, detail, Map.of());
    }

    /** Returns that of a request that cannot be right. */
    public static Refusal wrong(String detail) {
        return new Refusal(WRONG, detail);
    }

    /** Returns that of something that whoever asks may not do. */
    public static Refusal forbidden(String detail) {
        return new Refusal(FORBIDDEN, detail);
    }

    /** Returns that of something that there is not. */
    public static Refusal unknown(String detail) {
        return new Refusal(UNKNOWN, detail);
    }

    /** Returns that of something that cannot be done now. */
    public static Refusal conflict(String detail) {
        return new Refusal(CONFLICT, detail);
    }

    /** Returns that of too long a body. */
    public static Refusal tooLarge(String detail) {
        return new Refusal(TOO_LARGE, detail);
    }

    /** Returns that of a body in another form than is read. */
    public static Refusal otherMediaType(String detail) {
        return new Refusal(OTHER_MEDIA_TYPE, detail);
    }

    /** Returns that of something that may work later. */
    public static Refusal unavailable(String detail) {
        return new Refusal(UNAVAILABLE, detail);
    }

    /** Returns the answer that says so. */
    public Answer answer() {
        Answer answer = Answer.refused(status, String.valueOf(getMessage()));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }
}
