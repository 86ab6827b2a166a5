package dev.unitracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestGateTest {

    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private RequestGate gate(int atOnce, int perMinute) {
        return gate(atOnce, RequestBudget.perMinute(perMinute, () -> now));
    }

    private RequestGate gate(int atOnce, RequestBudget budget) {
        return new RequestGate(atOnce, budget, time -> {
            waits.add(time);
            now = now.plus(time);
        });
    }

    @Test
    void who_shares_a_budget_waits_for_what_others_took() throws Exception {
        RequestBudget shared = RequestBudget.perMinute(2, () -> now);
        RequestGate one = gate(4, shared);
        RequestGate other = gate(4, shared);
        one.enter();
        other.enter();
        now = now.plusSeconds(20);

        other.enter();

        assertThat(waits).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void a_budget_that_cannot_be_asked_costs_no_place() throws Exception {
        Deque<RequestBudget> answers = new ArrayDeque<>(List.of(
                () -> {
                    throw new IllegalStateException("the database is away");
                },
                RequestBudget.unlimited()));
        RequestGate gate = gate(1, () -> answers.remove().take());

        assertThatThrownBy(gate::enter).hasMessage("the database is away");

        gate.enter();
        assertThat(answers).isEmpty();
    }

    @Test
    void a_minutes_budget_is_kept_by_waiting_until_the_oldest_request_is_a_minute_old() throws Exception {
        RequestGate gate = gate(4, 3);
        for (int request = 0; request < 7; request++) {
            gate.enter();
            gate.leave();
            now = now.plusSeconds(5);
        }

        assertThat(waits).containsExactly(Duration.ofSeconds(45), Duration.ofSeconds(45));
    }

    @Test
    void a_slow_pace_never_waits() throws Exception {
        RequestGate gate = gate(1, 2);
        for (int request = 0; request < 10; request++) {
            gate.enter();
            gate.leave();
            now = now.plusSeconds(31);
        }

        assertThat(waits).isEmpty();
    }

    @Test
    void a_site_that_is_too_busy_gets_half_as_many_at_once_but_never_none() {
        RequestGate gate = gate(4, 100);

        List<Integer> allowed = new ArrayList<>();
        for (int time = 0; time < 4; time++) {
            gate.slowDown();
            allowed.add(gate.allowed());
        }

        assertThat(allowed).containsExactly(2, 1, 1, 1);
    }

    @Test
    void who_finds_the_gate_full_enters_when_another_leaves() throws Exception {
        RequestGate gate = gate(1, 100);
        gate.enter();
        Thread second = new Thread(() -> {
            try {
                gate.enter();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        gate.leave();
        second.join();

        assertThat(second.isAlive()).isFalse();
    }
}
