package dev.unitracker.testkit;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.spi.Outbox;
import dev.unitracker.spi.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stores whose outbox keeps the contract but for one clause, each as a class that runs the contract. */
final class BrokenOutboxes {

    private BrokenOutboxes() {}

    static final class LosesADelivery extends StoreContract {
        @Override
        protected Store open() {
            return with(parts -> new Altered.SameOutbox(parts) {
                @Override
                public void add(Collection<Delivery> deliveries) {
                    outbox.add(deliveries.stream()
                            .limit(Math.max(1, deliveries.size() - 1))
                            .toList());
                }
            });
        }
    }

    static final class ForgetsAllThatEnded extends StoreContract {
        @Override
        protected Store open() {
            return with(parts -> new Altered.SameOutbox(parts) {
                @Override
                public int forget(Instant before) {
                    return outbox.forget(Instant.MAX);
                }
            });
        }
    }

    static final class OverwritesOnAdd extends StoreContract {
        @Override
        protected Store open() {
            return with(parts -> new Altered.SameOutbox(parts) {
                @Override
                public void add(Collection<Delivery> deliveries) {
                    outbox.add(deliveries);
                    deliveries.forEach(outbox::save);
                }
            });
        }
    }

    static final class IgnoresWhoTookIt extends StoreContract {
        @Override
        protected Store open() {
            return with(parts -> new Altered.SameOutbox(parts) {
                @Override
                public Optional<Delivery> next(String channel, String recipient, Instant now) {
                    return waiting(outbox, now)
                            .filter(delivery -> delivery.channel().equals(channel)
                                    && delivery.recipient().equals(recipient))
                            .min(Comparator.comparing(Delivery::notBefore)
                                    .thenComparing(delivery -> delivery.notice().latestChange())
                                    .thenComparing(Delivery::key));
                }
            });
        }
    }

    static final class ForgetsTheState extends StoreContract {
        @Override
        protected Store open() {
            return with(parts -> new Altered.SameOutbox(parts) {
                @Override
                public void save(Delivery delivery) {
                    outbox.save(
                            delivery.state() == State.SKIPPED
                                    ? delivery.ended(State.SENT, delivery.detail(), Instant.EPOCH)
                                    : delivery);
                }
            });
        }
    }

    static final class ForgetsAcknowledgements extends StoreContract {
        @Override
        protected Store open() {
            return with(parts -> new Altered.SameOutbox(parts) {
                @Override
                public void save(Delivery delivery) {
                    if (!delivery.acknowledged()) {
                        outbox.save(delivery);
                    }
                }
            });
        }
    }

    static final class TakesTheLatestFirst extends StoreContract {
        @Override
        protected Store open() {
            return with(parts -> new Altered.SameOutbox(parts) {
                @Override
                public Optional<Delivery> next(String channel, String recipient, Instant now) {
                    return waiting(outbox, now)
                            .filter(delivery -> delivery.channel().equals(channel)
                                    && delivery.recipient().equals(recipient)
                                    && (delivery.takenUntil() == null
                                            || !delivery.takenUntil().isAfter(now)))
                            .max(Comparator.comparing(Delivery::notBefore));
                }
            });
        }
    }

    static final class MixesRecipients extends StoreContract {
        @Override
        protected Store open() {
            return with(parts -> new Altered.SameOutbox(parts) {
                @Override
                public Optional<Delivery> next(String channel, String recipient, Instant now) {
                    return waiting(outbox, now)
                            .filter(delivery -> delivery.channel().equals(channel))
                            .findFirst();
                }
            });
        }
    }

    static final class KeepsDeliveriesApart extends StoreContract {
        @Override
        protected Store open() {
            Store apart = new InMemoryStore();
            return new Altered(
                    parts -> parts.with(OneByOne.of(apart, Example.ACCOUNT).outbox()));
        }
    }

    private static Stream<Delivery> waiting(Outbox outbox, Instant now) {
        return outbox.latest(null, Integer.MAX_VALUE).stream()
                .filter(delivery -> delivery.state() == State.PENDING
                        && !delivery.notBefore().isAfter(now));
    }

    private static Store with(UnaryOperator<Outbox> alteration) {
        return new Altered(parts -> parts.with(alteration.apply(parts.outbox())));
    }
}
