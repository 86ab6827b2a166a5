package dev.unitracker.llm;

import dev.unitracker.spi.Enricher;
import dev.unitracker.testkit.EnricherContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class ChatCompletionsContractTest extends EnricherContract {

    private final List<ModelServer> servers = new ArrayList<>();

    @Override
    protected Enricher thatAnswersWell(String summary, List<String> bullets, String date, String quote) {
        return thatAnswersWith(ModelServer.brief(
                summary,
                bullets,
                List.of(Map.of("type", "due_at", "value", date, "label", "deadline", "quote", quote))));
    }

    @Override
    protected Enricher thatAnswersWith(String words) {
        servers.add(ModelServer.thatSays(words));
        return servers.get(servers.size() - 1).enricher();
    }

    @AfterEach
    void close() {
        servers.forEach(ModelServer::close);
    }
}
