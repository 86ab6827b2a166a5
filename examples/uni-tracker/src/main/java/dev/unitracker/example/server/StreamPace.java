package dev.unitracker.example.server;

import java.time.Duration;

/**
 * How events are sent, and to how many at once.
 *
 * @param asking how long after one question whether there is news the next is asked, as long as somebody waits for some
 * @param heartbeat after how long without an event a comment is sent, which keeps a connection alive and shows whether somebody
 *     is still there; whether he may still read is asked then, too
 * @param longest after how long a stream ends; whoever reads it asks again and goes on
 * @param ofAccount how many may be open for one account
 * @param inAll how many may be open
 */
public record StreamPace(Duration asking, Duration heartbeat, Duration longest, int ofAccount, int inAll) {

    /** Twice a second, a heartbeat every fifteen, an hour at most; eight for an account, five hundred in all. */
    public static final StreamPace DEFAULT =
            new StreamPace(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofHours(1), 8, 500);

    /** Returns the same with another time between heartbeats. */
    public StreamPace heartbeat(Duration other) {
        return new StreamPace(asking, other, longest, ofAccount, inAll);
    }

    /** Returns the same with another time after which a stream ends. */
    public StreamPace longest(Duration other) {
        return new StreamPace(asking, heartbeat, other, ofAccount, inAll);
    }

    /** Returns the same for other numbers of streams. */
    public StreamPace atMost(int perAccount, int together) {
        return new StreamPace(asking, heartbeat, longest, perAccount, together);
    }
}
