package dev.unitracker.testkit;

import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.SourceKeys;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Profiles;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stores that keep the contract but for one clause, each as a class that runs the contract. */
final class BrokenStores {

    private BrokenStores() {}

    static final class CommitsWhatFailed extends StoreContract {
        @Override
        protected Store open() {
            return new Around() {
                @Override
                public <T> T inTransaction(String account, Work<T> work) {
                    List<RuntimeException> thrown = new ArrayList<>();
                    Optional<T> result = good.inTransaction(account, session -> {
                        try {
                            return Optional.of(work.in(session));
                        } catch (RuntimeException e) {
                            thrown.add(e);
                            return Optional.empty();
                        }
                    });
                    return result.orElseThrow(() -> thrown.get(0));
                }
            };
        }
    }

    static final class CommitsEachCall extends StoreContract {
        @Override
        protected Store open() {
            return new Around() {
                @Override
                public <T> T inTransaction(String account, Work<T> work) {
                    return work.in(OneByOne.of(good, account));
                }
            };
        }
    }

    static final class WrapsWhatWorkThrows extends StoreContract {
        @Override
        protected Store open() {
            return new Around() {
                @Override
                public <T> T inTransaction(String account, Work<T> work) {
                    try {
                        return good.inTransaction(account, work);
                    } catch (RuntimeException e) {
                        throw new StoreException("the work failed", e);
                    }
                }
            };
        }
    }

    static final class ReadsInTransactions extends StoreContract {
        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        protected Store open() {
            return new Around() {
                @Override
                public <T> T inTransaction(String account, Work<T> work) {
                    return good.inTransaction(account, work);
                }

                @Override
                public <T> T reading(String account, Work<T> work) {
                    return good.inTransaction(account, work);
                }
            };
        }
    }

    static final class ReadsOfManyMoments extends StoreContract {
        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        protected Store open() {
            return new Around() {
                @Override
                public <T> T inTransaction(String account, Work<T> work) {
                    return good.inTransaction(account, work);
                }

                @Override
                public <T> T reading(String account, Work<T> work) {
                    return work.in(OneByOne.of(good, account));
                }
            };
        }
    }

    static final class MixesAccounts extends StoreContract {
        @Override
        protected Store open() {
            return new Around() {
                @Override
                public <T> T inTransaction(String account, Work<T> work) {
                    return good.inTransaction("everybody", work);
                }
            };
        }
    }

    static final class IgnoresTheCaseOfAccounts extends StoreContract {
        @Override
        protected Store open() {
            return new Around() {
                @Override
                public <T> T inTransaction(String account, Work<T> work) {
                    return good.inTransaction(account.equals("ANA") ? "ana" : account, work);
                }
            };
        }
    }

    static final class NumbersFromASequence extends StoreContract {
        @Override
        protected Store open() {
            return new SequenceStore();
        }
    }

    static final class NumbersBeforeItLocks extends StoreContract {
        @Override
        protected Store open() {
            return new EarlyNumbersStore();
        }
    }

    static final class KeepsLeasesApart extends StoreContract {
        @Override
        protected Store open() {
            Store apart = new InMemoryStore();
            return new Altered(
                    parts -> parts.with(OneByOne.of(apart, Example.ACCOUNT).leases()));
        }
    }

    static final class OrdersKeysAsText extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameItems(parts.items()) {
                @Override
                public List<StoredItem> find(ItemQuery query) {
                    return items.find(query).stream()
                            .sorted(Comparator.comparing(
                                    stored -> stored.item().id().key()))
                            .toList();
                }
            }));
        }
    }

    static final class CutsBeforeItOrders extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameItems(parts.items()) {
                @Override
                public List<StoredItem> updatedSince(Instant since, int limit) {
                    return items.updatedSince(since, Integer.MAX_VALUE).stream()
                            .sorted(Comparator.comparing(StoredItem::updatedAt)
                                    .thenComparing(stored -> stored.item().id().key()))
                            .limit(limit)
                            .sorted(Comparator.comparing(StoredItem::updatedAt)
                                    .thenComparing(stored -> stored.item().id()))
                            .toList();
                }
            }));
        }
    }

    static final class IncludesTheLastMoment extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameItems(parts.items()) {
                @Override
                public List<StoredItem> find(ItemQuery query) {
                    ItemQuery.Span due = query.due();
                    return due == null || due.to().equals(Instant.MAX)
                            ? items.find(query)
                            : items.find(query.due(due.from(), due.to().plusNanos(1)));
                }
            }));
        }
    }

    static final class RemindsOfWhatWasRemoved extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameItems(parts.items()) {
                @Override
                public List<StoredItem> find(ItemQuery query) {
                    return query.due() == null
                            ? items.find(query)
                            : Stream.concat(
                                            items.find(query).stream(),
                                            items.find(query.status(ItemStatus.REMOVED)).stream())
                                    .toList();
                }
            }));
        }
    }

    static final class OverlooksDaysWithoutATime extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameItems(parts.items()) {
                @Override
                public List<StoredItem> find(ItemQuery query) {
                    return items.find(query).stream()
                            .filter(stored -> query.exam() == null
                                    || stored.item().facts().stream()
                                            .allMatch(fact -> fact.value().contains("T")))
                            .toList();
                }
            }));
        }
    }

    static final class WatchesEveryReview extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameItems(parts.items()) {
                @Override
                public List<StoredItem> find(ItemQuery query) {
                    return query.review() == null
                            ? items.find(query)
                            : items.find(ItemQuery.active()).stream()
                                    .filter(stored -> stored.item()
                                            .get(Field.REVIEW_STATUS)
                                            .isPresent())
                                    .toList();
                }
            }));
        }
    }

    static final class ForgetsSinceWhen extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameLedger(parts.ledger()) {
                @Override
                public List<Change> of(Collection<ItemId> items, Instant since) {
                    return ledger.of(items, Instant.MIN);
                }
            }));
        }
    }

    static final class CutsLongTexts extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameItems(parts.items()) {
                @Override
                public void save(Collection<StoredItem> changed) {
                    items.save(changed.stream().map(CutsLongTexts::cut).toList());
                }
            }));
        }

        private static StoredItem cut(StoredItem stored) {
            Item item = stored.item();
            Item kept = item.with(
                    Field.BODY,
                    item.body()
                            .map(text -> text.substring(0, Math.min(text.length(), 65_535)))
                            .orElse(null));
            return new StoredItem(
                    kept,
                    stored.baseline(),
                    stored.firstSeen(),
                    stored.updatedAt(),
                    stored.lastChange(),
                    stored.meaningfulKey());
        }
    }

    static final class TakesPrefixesAsPatterns extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameSightings(parts.sightings()) {
                @Override
                public List<Remembered> inScopes(String scopePrefix) {
                    Pattern like = Pattern.compile(
                            scopePrefix.replace("\\", "").replace("%", ".*").replace('_', '.') + ".*");
                    return sightings.inScopes("").stream()
                            .filter(known ->
                                    like.matcher(known.scope().toString()).matches())
                            .toList();
                }
            }));
        }
    }

    static final class ForgetsTheItemInEveryScope extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameSightings(parts.sightings()) {
                @Override
                public void forget(Collection<Remembered> forgotten) {
                    List<String> keys = forgotten.stream()
                            .map(known -> known.sighting().key())
                            .toList();
                    sightings.forget(sightings.inScopes("").stream()
                            .filter(known -> keys.contains(known.sighting().key()))
                            .toList());
                }
            }));
        }
    }

    static final class RepeatsTheLastEntry extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameLedger(parts.ledger()) {
                @Override
                public List<Change> after(long number, int limit) {
                    return ledger.after(number - 1, limit);
                }
            }));
        }
    }

    static final class OrdersChangesByItem extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Altered.SameLedger(parts.ledger()) {
                @Override
                public List<Change> after(long number, int limit) {
                    return ledger.after(number, limit).stream()
                            .sorted(Comparator.comparing(change -> change.item().key(), SourceKeys.ORDER))
                            .toList();
                }
            }));
        }
    }

    static final class CountsTheLedgerOnly extends StoreContract {
        @Override
        protected Store open() {
            return new Altered(parts -> parts.with(new Profiles() {
                @Override
                public Optional<Profile> find() {
                    return parts.profiles().find();
                }

                @Override
                public void save(Profile profile) {
                    parts.profiles().save(profile);
                }

                @Override
                public long revision() {
                    return parts.ledger().last();
                }
            }));
        }
    }

    /** A good store with one method of its own. */
    private abstract static class Around extends ForwardingStore {
        final Store good;

        Around() {
            this(new InMemoryStore());
        }

        private Around(Store good) {
            super(good);
            this.good = good;
        }
    }
}
