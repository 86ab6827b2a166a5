package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.spi.Notifier;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Notifier} promises whose channel can fail, beside what every one does: it throws what it did not send, and can
 * send it later.
 */
public abstract class FallibleNotifierContract extends NotifierContract {

    /** Lets the channel fail from now on, at every message, in a way that passes: a server that is down, not a wrong setting. */
    protected abstract void breaks();

    /** Lets the channel work again. */
    protected abstract void recovers();

    @Test
    void what_is_not_sent_throws() {
        breaks();

        assertThatThrownBy(() -> notifier().send(saying("lost?"), recipient())).isInstanceOf(RuntimeException.class);

        assertThat(arrived(recipient())).doesNotContain("lost?");
    }

    @Test
    void after_a_failure_the_same_message_can_be_sent() {
        breaks();
        assertThatThrownBy(() -> notifier().send(saying("at last"), recipient()))
                .isInstanceOf(RuntimeException.class);

        recovers();
        notifier().send(saying("at last"), recipient());

        assertThat(arrived(recipient())).containsOnlyOnce("at last");
    }

    @Test
    void after_a_failure_other_messages_can_be_sent() {
        breaks();
        assertThatThrownBy(() -> notifier().send(saying("never mind"), recipient()))
                .isInstanceOf(RuntimeException.class);

        recovers();
        notifier().send(saying("something else"), recipient());

        assertThat(arrived(recipient())).contains("something else").doesNotContain("never mind");
    }

    @Test
    void a_failure_does_not_change_who_is_told() {
        breaks();
        assertThatThrownBy(() -> notifier().send(saying("lost?"), recipient())).isInstanceOf(RuntimeException.class);

        assertThat(notifier().recipients()).isNotEmpty().contains(recipient());
    }
}
