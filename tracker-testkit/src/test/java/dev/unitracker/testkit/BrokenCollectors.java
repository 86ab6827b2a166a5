package dev.unitracker.testkit;

import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Kept;
import dev.unitracker.spi.Look;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Collectors with a mistake each, under the contract. */
final class BrokenCollectors {

    private BrokenCollectors() {}

    abstract static class OfABoard extends CollectorContract {
        private final Function<NoticeBoard, Collector> collectors;

        OfABoard(Function<NoticeBoard, Collector> collectors) {
            this.collectors = collectors;
        }

        @Override
        protected TestSource source() {
            return new NoticeBoard(collectors);
        }
    }

    static final class Good extends OfABoard {
        Good() {
            super(NoticeCollector::new);
        }
    }

    /** Takes a login page for an empty list. */
    static final class TakesALoginPageForAnEmptyList extends OfABoard {
        TakesALoginPageForAnEmptyList() {
            super(board -> new NoticeCollector(board) {
                @Override
                List<String> notices(String page) {
                    return page.startsWith("<html>") ? List.of() : super.notices(page);
                }
            });
        }
    }

    /** Takes half a page for the whole. */
    static final class TakesHalfAPageForTheWhole extends OfABoard {
        TakesHalfAPageForTheWhole() {
            super(board -> new NoticeCollector(board) {
                @Override
                List<String> notices(String page) {
                    return page.startsWith("<html>") || page.endsWith("***")
                            ? super.notices(page)
                            : page.lines()
                                    .skip(1)
                                    .filter(line -> line.contains(" "))
                                    .toList();
                }
            });
        }
    }

    /** Calls each notice by its place in the list. */
    static final class CallsThingsByTheirPlace extends OfABoard {
        CallsThingsByTheirPlace() {
            super(board -> new NoticeCollector(board) {
                @Override
                Sighting sighting(String line, int position, Look look) {
                    return Sighting.of("notice:" + position, ItemType.ANNOUNCEMENT)
                            .title(line)
                            .build();
                }
            });
        }
    }

    /** Writes how long ago something was. */
    static final class WritesHowLongAgo extends OfABoard {
        WritesHowLongAgo() {
            super(board -> new NoticeCollector(board) {
                @Override
                Sighting sighting(String line, int position, Look look) {
                    long days = Duration.between(
                                    Example.NOON.minus(Duration.ofDays(3)),
                                    look.request().startedAt())
                            .toDays();
                    Sighting sighting = super.sighting(line, position, look);
                    return Sighting.of(sighting.key(), ItemType.ANNOUNCEMENT)
                            .title(line.substring(2))
                            .body("Posted " + days + " days ago")
                            .build();
                }
            });
        }
    }

    /** Asks its source in a replay as well. */
    static final class AsksInAReplay extends OfABoard {
        AsksInAReplay() {
            super(board -> new NoticeCollector(board) {
                @Override
                Kept ask(Look look) {
                    String page = withoutSecrets(board.page());
                    return look.archive().ask("notices", () -> Answer.of("text/plain", page));
                }
            });
        }
    }

    /** Observes what belongs to another collector. */
    static final class ObservesWhatIsOfAnother extends OfABoard {
        ObservesWhatIsOfAnother() {
            super(board -> new Changed(board, (observation, sink) -> {
                sink.observe(observation);
                sink.observe(Observation.complete(
                        new Scope("other", "notices"), observation.sightings(), observation.evidence()));
            }));
        }
    }

    /** Observes the same scope twice. */
    static final class ObservesAScopeTwice extends OfABoard {
        ObservesAScopeTwice() {
            super(board -> new Changed(board, (observation, sink) -> {
                sink.observe(observation);
                sink.observe(observation);
            }));
        }
    }

    /** Keeps what it was sent as it came. */
    static final class KeepsASecret extends OfABoard {
        KeepsASecret() {
            super(board -> new NoticeCollector(board) {
                @Override
                Kept ask(Look look) {
                    return look.archive().ask("notices", () -> Answer.of("text/plain", board.page()));
                }

                @Override
                List<String> notices(String page) {
                    return super.notices(withoutSecrets(page));
                }
            });
        }
    }

    /** Says nothing of it when its source fails. */
    static final class SaysNothingOfFailures extends OfABoard {
        SaysNothingOfFailures() {
            super(board -> new NoticeCollector(board) {
                @Override
                public void collect(Look look, Sink sink) {
                    try {
                        super.collect(look, sink);
                    } catch (RuntimeException e) {
                        look.progress("never mind");
                    }
                }
            });
        }
    }

    /** A good collector whose observation is handed over by somebody else. */
    private static final class Changed extends NoticeCollector {

        private interface Handing {
            void over(Observation observation, Sink sink);
        }

        private final Handing handing;

        Changed(NoticeBoard board, Handing handing) {
            super(board);
            this.handing = handing;
        }

        @Override
        public void collect(Look look, Sink sink) {
            super.collect(look, new Sink() {
                @Override
                public void observe(Observation observation) {
                    handing.over(observation, sink);
                }

                @Override
                public void read(String part, Runnable reading) {
                    sink.read(part, reading);
                }
            });
        }
    }
}
