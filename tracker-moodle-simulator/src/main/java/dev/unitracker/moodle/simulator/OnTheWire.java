package dev.unitracker.moodle.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A failure of a whole HTTP response. */
sealed interface OnTheWire extends Failure {

    /** The response as it leaves in place of the proper one. */
    Reply spoil(Reply proper);

    /** A server, or something before it, that has no time. */
    record Status(int code, Optional<Duration> retryAfter) implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            Reply reply = Reply.page(code, "Error " + code);
            return retryAfter
                    .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                    .orElse(reply);
        }
    }

    /** A page where data was asked for. */
    record LoginPage() implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return Reply.page(200, "Entrar al sitio");
        }
    }

    /** Half a body that says it is whole. */
    record Truncated() implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return proper.with(Arrays.copyOf(proper.body(), proper.body().length / 2));
        }
    }

    /** A connection that ends too early. */
    record BrokenOff() implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return proper.with(Reply.Ending.IN_THE_BODY);
        }
    }

    /** A body that never comes to its end. */
    record Stalled() implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return proper.with(Reply.Ending.NEVER);
        }
    }

    /** A connection that ends before the answer. */
    record Dropped() implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return proper.with(Reply.Ending.BEFORE_THE_HEADERS);
        }
    }

    /** A slow server. */
    record Delayed(Duration time) implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return proper.after(time);
        }
    }

    /** Another text in place of the body. */
    record Rewritten(UnaryOperator<String> edit) implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return proper.edited(edit);
        }
    }

    /** A body in which one letter, in the last third, is a byte that UTF-8 never has. */
    record ByteBroken() implements OnTheWire {
        private static final byte NEVER = (byte) 0xFF;

        @Override
        public Reply spoil(Reply proper) {
            byte[] body = proper.body().clone();
            int at = body.length * 2 / 3;
            while (at < body.length && !Character.isLetter(body[at])) {
                at++;
            }
            if (at < body.length) {
                body[at] = NEVER;
            }
            return proper.with(body);
        }
    }

    /** A body that is called what it is not. */
    record Labelled(String contentType) implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return proper.with("Content-Type", contentType);
        }
    }

    /** A body in pieces. */
    record Dripped(int bytes, Duration pause) implements OnTheWire {
        @Override
        public Reply spoil(Reply proper) {
            return proper.dripping(bytes, pause);
        }
    }
}
