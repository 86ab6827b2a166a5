package dev.unitracker.moodle.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How a damage is done. */
sealed interface Stroke permits InTree, OtherAnswer, Stroke.InText, Stroke.OnTheWay, Stroke.Refusing {

    /** The proper answer to a call, or what earlier damages left of it. */
    record Occasion(Site.Exchange exchange, String function, Arguments arguments, String answer) {
        Occasion with(String otherAnswer) {
            return new Occasion(exchange, function, arguments, otherAnswer);
        }
    }

    /**
     * What a damage did.
     *
     * @param place where; empty for the whole answer
     * @param answer the answer as it leaves, or a {@link Refused}
     */
    record Struck(String place, Supplier<String> answer) {}

    /** Damages an answer; empty if there is nothing that it can damage. */
    Optional<Struck> strike(Occasion occasion, Spot spot);

    /** The paths at which it can strike. */
    default List<String> placesIn(String answer) {
        return List.of("");
    }

    /** Another text in place of the answer. */
    record InText(UnaryOperator<String> edit) implements Stroke {
        @Override
        public Optional<Struck> strike(Occasion occasion, Spot spot) {
            return Optional.of(new Struck("", () -> edit.apply(occasion.answer())));
        }
    }

    /** One of several refusals, the same for answers of the same length. */
    record Refusing(List<Refused> refusals) implements Stroke {
        @Override
        public Optional<Struck> strike(Occasion occasion, Spot spot) {
            return Optional.of(new Struck("", () -> {
                throw refusals.get(occasion.answer().length() % refusals.size());
            }));
        }
    }

    /** A failure of the whole HTTP response. */
    record OnTheWay(OnTheWire failure) implements Stroke {
        @Override
        public Optional<Struck> strike(Occasion occasion, Spot spot) {
            return Optional.of(new Struck("", () -> {
                occasion.exchange().failures().add(failure);
                return occasion.answer();
            }));
        }
    }
}
