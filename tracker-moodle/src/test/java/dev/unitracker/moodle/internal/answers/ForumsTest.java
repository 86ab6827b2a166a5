package dev.unitracker.moodle.internal.answers;

import static dev.unitracker.moodle.internal.answers.Read.json;
import static dev.unitracker.moodle.internal.answers.Read.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.answers.Forums.Discussion;
import dev.unitracker.moodle.internal.answers.Forums.Forum;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Within;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForumsTest {

    private static Forum forum(String fields) {
        return Forums.read(json("[{'id':4,'cmid':14,'course':2,'name':'Avisos'" + fields + "}]"))
                .get(0);
    }

    private static Discussion discussion(String type, String fields) {
        return Forums.discussions(
                        forum(",'type':'" + type + "'"),
                        json("{'discussions':[{'id':50,'discussion':36,'name':'Aula','message':'<p>Cambio</p>'" + fields
                                + "}]}"))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "news, announcement",
        "general, forum_discussion",
        "qanda, forum_discussion",
        "blog, forum_discussion",
        "eachuser, forum_discussion",
        "'', forum_discussion"
    })
    void only_the_news_forum_has_announcements(String type, String itemType) {
        assertThat(Forums.sighting(discussion(type, ""), Read.LINKS).type()).isEqualTo(new ItemType(itemType));
    }

    @Test
    void a_discussion_is_known_by_its_own_id_and_lies_in_its_forum() {
        Sighting seen = Forums.sighting(
                discussion("news", ",'pinned':true,'created':1795000000,'timemodified':1795100000,'numreplies':'2'"),
                Read.LINKS);

        assertThat(seen.key()).isEqualTo("discussion:36");
        assertThat(seen.within()).isEqualTo(new Within.PartOf("module:14"));
        assertThat(stated(seen, Field.URL)).isEqualTo("https://campus.example.edu/mod/forum/discuss.php?d=36");
        assertThat(stated(seen, Field.PUBLISHED_AT)).isEqualTo("2026-11-18T11:06:40Z");
        assertThat(stated(seen, Field.REPLIES)).isEqualTo("2");
        assertThat(seen.memo()).containsEntry("thread", "2 1795100000");
    }

    @Test
    void attachments_are_named_in_an_order_of_their_own() {
        String a = "{'filename':'a.pdf'}";
        String b = "{'filename':'b.pdf'}";

        Sighting one = Forums.sighting(discussion("news", ",'attachments':[" + a + "," + b + "]"), Read.LINKS);
        Sighting other = Forums.sighting(discussion("news", ",'attachments':[" + b + "," + a + "]"), Read.LINKS);

        assertThat(stated(one, Field.BODY)).isEqualTo("Cambio\n[a.pdf]\n[b.pdf]");
        assertThat(other).isEqualTo(one);
    }

    @Test
    void what_is_attached_to_the_first_post_is_a_file_that_goes_with_the_discussion() {
        String file = "{'filename':'Cronograma.pdf','filepath':'/','filesize':100,'timemodified':1795000000,"
                + "'fileurl':'https://campus.example.edu/webservice/pluginfile.php/9/mod_forum/attachment/50/Cronograma.pdf'}";

        List<Sighting> seen =
                Forums.attachments(discussion("news", ",'attachments':[" + file + "," + file + "]"), Read.LINKS);

        assertThat(seen).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("attachment:36:/Cronograma.pdf");
            assertThat(one.within()).isEqualTo(new Within.PartOf("discussion:36"));
            assertThat(one.type()).isEqualTo(ItemType.MATERIAL_FILE);
            assertThat(stated(one, Field.TITLE)).isEqualTo("Cronograma.pdf");
            assertThat(stated(one, Field.REVIEW_STATUS)).isEqualTo("watch");
            assertThat(stated(one, Field.URL)).isEqualTo("https://campus.example.edu/mod/forum/discuss.php?d=36");
        });
    }

    @Test
    void replies_are_told_oldest_first_without_the_first_post_and_without_deleted_ones() {
        Sighting seen = Forums.replies(
                discussion("general", ",'numreplies':2"),
                json(
                        "{'posts':["
                                + "{'id':9,'parentid':8,'timecreated':30,'message':'<p>Segundo</p>','author':{'fullname':'Ana'},"
                                + "'attachments':[{'filename':'x.pdf'},{'filename':'y.pdf','filesize':2048}]},"
                                + "{'id':8,'parentid':7,'timecreated':20,'message':'Primero','author':{'fullname':'Luis'}},"
                                + "{'id':10,'parentid':7,'timecreated':25,'message':'','isdeleted':true,'author':{'id':null}},"
                                + "{'id':7,'parentid':null,'hasparent':false,'timecreated':10,'message':'Pregunta','author':{'fullname':'Julia'}}]}"),
                3);

        assertThat(stated(seen, Field.REPLY_TEXT)).isEqualTo("Luis: Primero\nAna: Segundo\n[x.pdf]\n[y.pdf, 2048 B]");
        assertThat(seen.presence()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"qanda, 3, true", "qanda, 6, false", "general, 3, false"})
    void answers_that_are_withheld_are_left_out_and_awaited_by_who_answered(String type, int author, boolean awaited) {
        Sighting seen = Forums.replies(
                discussion(type, ",'numreplies':2"),
                json("{'posts':[{'id':7,'parentid':null,'author':{'id':4}},"
                        + "{'id':8,'parentid':7,'message':'Mía','author':{'id':" + author + ",'fullname':'Julia'},"
                        + "'capabilities':{'view':true}},"
                        + "{'id':9,'parentid':7,'message':'This body cannot be viewed',"
                        + "'author':{'id':null,'fullname':'Author hidden'},'capabilities':{'view':false}}]}"),
                3);

        assertThat(stated(seen, Field.REPLY_TEXT)).isEqualTo("Julia: Mía");
        assertThat(Forums.lacksReplies(seen.memo().getOrDefault("thread", ""))).isEqualTo(awaited);
    }

    @Test
    void a_forum_of_a_single_discussion_is_that_discussion() {
        Discussion only = discussion("single", ",'numreplies':1,'attachments':[{'filename':'a.pdf','filepath':'/'}]");

        Sighting seen = Forums.sighting(only, Read.LINKS);

        assertThat(seen.key()).isEqualTo("module:14");
        assertThat(seen.presence()).isFalse();
        assertThat(stated(seen, Field.TITLE)).isEqualTo("?");
        assertThat(stated(seen, Field.REPLIES)).isEqualTo("1");
        assertThat(Forums.attachments(only, Read.LINKS).get(0).within()).isEqualTo(new Within.PartOf("module:14"));
        assertThat(Forums.sightings(List.of(only.forum()), Read.LINKS).get(0).type())
                .isEqualTo(ItemType.FORUM_DISCUSSION);
    }

    @Test
    void a_forum_may_have_a_deadline() {
        List<Sighting> seen = Forums.sightings(
                List.of(forum(",'intro':'<p>Debate</p>','duedate':1795000000,'cutoffdate':0"), forum("")), Read.LINKS);

        assertThat(stated(seen.get(0), Field.DUE_AT)).isEqualTo("2026-11-18T11:06:40Z");
        assertThat(stated(seen.get(0), Field.CUT_OFF_AT)).isEqualTo("-");
        assertThat(stated(seen.get(0), Field.BODY)).isEqualTo("Debate");
        assertThat(stated(seen.get(1), Field.DUE_AT)).isEqualTo("?");
    }

    @Test
    void odd_answers_hold_nothing() {
        assertThat(Forums.read(json("{}"))).isEmpty();
        assertThat(Forums.read(json("[{'id':4,'name':'sin módulo'}]"))).isEmpty();
        assertThat(Forums.discussions(forum(""), json("[]"))).isEmpty();
        assertThat(Forums.discussions(forum(""), json("{'discussions':{}}"))).isEmpty();
        assertThat(Forums.discussions(forum(""), json("{'discussions':[{'id':1,'name':'sin id'}]}")))
                .isEmpty();
        assertThat(stated(Forums.replies(discussion("news", ""), json("{'posts':[]}"), 3), Field.REPLY_TEXT))
                .isEqualTo("-");
    }
}
