package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A way in which an answer comes out wrong though the question was right: a broken plugin, a proxy, a cache, a server in
 * trouble. Whoever reads answers can be tried with each of them at each {@link Spot}.
 *
 * <p>A damaged answer is not what the site has to say, and whoever believes it tells something false. Behind {@link
 * #BYTE_ORDER_MARK}, {@link #OTHER_CONTENT_TYPE} and {@link #DRIPPED} the answer is whole and true.
 *
 * <pre>{@code
 * moodle.damage(Where.function("mod_assign_get_assignments"), Damage.FIELD_NULL, Spot.every("courses[].assignments[].duedate"));
 * moodle.damage(Where.function("core_course_get_contents").oneIn(3, 42), Damage.LIST_EMPTY, Spot.any(42));
 * }</pre>
 */
public enum Damage {
    /** A field is not there. */
    FIELD_MISSING(new InTree(Node::isField, Node::remove)),

    /** A field is null. */
    FIELD_NULL(new InTree(
            node -> node.isField() && !node.value().isNull(),
            node -> node.replace(JsonNodeFactory.instance.nullNode()))),

    /** A value stands in an object of its own. */
    FIELD_WRAPPED(new InTree(
            node -> node.isField() && node.value().isValueNode(),
            node -> node.replace(Json.object().set("value", node.value())))),

    /** A number or a flag is a text: {@code "5"} for 5, {@code "1"} for true. */
    NUMBER_AS_TEXT(
            new InTree(node -> node.is(JsonNodeType.NUMBER) || node.is(JsonNodeType.BOOLEAN), Node::replaceByItsText)),

    /** A number is a word that means none. */
    NUMBER_IN_WORDS(new InTree(
            node -> node.is(JsonNodeType.NUMBER), node -> node.replace(JsonNodeFactory.instance.textNode("unknown")))),

    /** A number is a flag. */
    NUMBER_AS_FLAG(new InTree(
            node -> node.is(JsonNodeType.NUMBER), node -> node.replace(JsonNodeFactory.instance.booleanNode(true)))),

    /** A number is beyond all that it can mean. */
    NUMBER_HUGE(new InTree(
            node -> node.is(JsonNodeType.NUMBER),
            node -> node.replace(JsonNodeFactory.instance.numberNode(999_999_999_999_999_999L)))),

    /** A text is a number. */
    TEXT_AS_NUMBER(new InTree(
            node -> node.is(JsonNodeType.STRING), node -> node.replace(JsonNodeFactory.instance.numberNode(7)))),

    /** An object is an empty list, which is how PHP writes an object without fields. */
    OBJECT_AS_LIST(new InTree(node -> node.is(JsonNodeType.OBJECT), node -> node.replace(Json.array()))),

    /** A list is an object without fields. */
    LIST_AS_OBJECT(new InTree(Node::isFullList, node -> node.replace(Json.object()))),

    /** A list is an object whose fields are its positions, which is how PHP writes a list that has gaps. */
    LIST_KEYED(new InTree(Node::isFullList, node -> node.replace(Lists.keyed(node.value())))),

    /** A list has nothing in it. */
    LIST_EMPTY(new InTree(Node::isFullList, node -> node.replace(Json.array()))),

    /** A list ends in its middle. */
    LIST_HALVED(new InTree(
            node -> node.isFullList() && node.value().size() > 1, node -> node.replace(Lists.halved(node.value())))),

    /** A list holds everything twice. */
    LIST_DOUBLED(new InTree(Node::isFullList, node -> node.replace(Lists.doubled(node.value())))),

    /** One of a list is null. */
    ELEMENT_NULL(new InTree(Node::isElement, node -> node.replace(JsonNodeFactory.instance.nullNode()))),

    /** One of a list is a text. */
    ELEMENT_STRANGE(new InTree(
            node -> node.isElement() && node.value().isContainerNode(),
            node -> node.replace(JsonNodeFactory.instance.textNode("strange")))),

    /** One of a list does not say which it is. */
    ELEMENT_WITHOUT_IDS(
            new InTree(node -> node.isElement() && Lists.hasIds(node.value()), node -> Lists.dropIds(node.value()))),

    /** The answer is {@code null}. */
    ANSWER_NULL(new Stroke.InText(answer -> "null")),

    /** The answer is {@code {}}. */
    ANSWER_EMPTY_OBJECT(new Stroke.InText(answer -> "{}")),

    /** The answer is {@code []}. */
    ANSWER_EMPTY_LIST(new Stroke.InText(answer -> "[]")),

    /** The answer is {@code true}. */
    ANSWER_FLAG(new Stroke.InText(answer -> "true")),

    /** The answer comes twice, one after the other. */
    ANSWER_TWICE(new Stroke.InText(answer -> answer + answer)),

    /** The answer to the same question at the step before. */
    ANSWER_STALE(OtherAnswer.OF_THE_STEP_BEFORE),

    /** The answer to the same question about another thing. */
    ANSWER_OF_ANOTHER(OtherAnswer.OF_ANOTHER_THING),

    /** The answer to another function. */
    ANSWER_OF_ANOTHER_FUNCTION(OtherAnswer.OF_ANOTHER_FUNCTION),

    /** Moodle's error object, with a code of a server in trouble. */
    OUTAGE(new Stroke.Refusing(List.of(
            Refused.because("dbconnectionfailed"),
            Refused.because("dmlreadexception"),
            Refused.because("generalexceptionmessage"),
            Refused.because("ex_unabletolock")))),

    /** The error object of an error of PHP's own, which has no code. */
    OUTAGE_WITHOUT_A_CODE(new Stroke.Refusing(List.of(Refused.withoutCode("Call to a member function on null")))),

    /** The HTML of a login page, HTTP 200. */
    WEB_PAGE(new Stroke.OnTheWay(new OnTheWire.LoginPage())),

    /** An empty body, HTTP 200. */
    BODY_EMPTY(new Stroke.OnTheWay(new OnTheWire.Rewritten(text -> ""))),

    /** The first half of the body, HTTP 200. */
    BODY_HALVED(new Stroke.OnTheWay(new OnTheWire.Truncated())),

    /** A notice of PHP's in HTML before the body. */
    BODY_AFTER_A_NOTICE(
            new Stroke.OnTheWay(new OnTheWire.Rewritten(text -> "<br />\n<b>Notice</b>: Undefined index\n" + text))),

    /** A byte in the body that is none of UTF-8, in place of a letter. */
    BYTE_BROKEN(new Stroke.OnTheWay(new OnTheWire.ByteBroken())),

    /** The connection ends in the middle of the body. */
    BROKEN_OFF(new Stroke.OnTheWay(new OnTheWire.BrokenOff())),

    /** HTTP 503 with a page of a server before the Moodle. */
    UNAVAILABLE(new Stroke.OnTheWay(new OnTheWire.Status(503, Optional.empty()))),

    /** The answer is whole, behind a byte order mark. */
    BYTE_ORDER_MARK(new Stroke.OnTheWay(new OnTheWire.Rewritten(text -> "\uFEFF" + text))),

    /** The answer is whole, and called a web page. */
    OTHER_CONTENT_TYPE(new Stroke.OnTheWay(new OnTheWire.Labelled("text/html; charset=utf-8"))),

    /** The answer is whole, and comes in many small pieces with a millisecond between them. */
    DRIPPED(new Stroke.OnTheWay(new OnTheWire.Dripped(4096, Duration.ofMillis(1))));

    // A stroke is a record of functions, none of which keeps anything.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Stroke stroke;

    Damage(Stroke stroke) {
        this.stroke = stroke;
    }

    Stroke stroke() {
        return stroke;
    }

    /** Tells whether it strikes values within an answer, rather than the answer as a whole. */
    public boolean strikesWithin() {
        return stroke instanceof InTree;
    }

    /**
     * Returns the paths at which it can strike an answer, sorted, {@code []} for any element of a list: {@code
     * [].modules[].name}. What strikes answers as a whole has one, which is empty.
     *
     * @param answer the answer's JSON
     * @throws IllegalArgumentException if it is no JSON
     */
    public List<String> placesIn(String answer) {
        return stroke.placesIn(answer);
    }
}
