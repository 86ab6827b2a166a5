package dev.unitracker.moodle.simulator;

/** One of Moodle's scripts. */
@FunctionalInterface
interface Endpoint {

    /**
     * Answers a request.
     *
     * @throws Refused if Moodle would refuse it
     */
    Reply answer(Site.Exchange exchange, Request request);

    /** Words a refusal as this script does. */
    default Reply refusal(Request request, Refused refused) {
        return Reply.json(refused.inScript());
    }
}
