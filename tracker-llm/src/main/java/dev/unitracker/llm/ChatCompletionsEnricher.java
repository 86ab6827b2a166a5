package dev.unitracker.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefCheck;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.error.EnricherException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.Pause;
import dev.unitracker.http.RetryWaits;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.ModelTrace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Lets a model write briefs, on any server with OpenAI's interface for chat completions (<a
 * href="https://platform.openai.com/docs/api-reference/chat">reference</a>). Default: NVIDIA's server. Safe for use by several
 * threads.
 *
 * <pre>{@code
 * account.enrichment(ChatCompletionsEnricher.withKey(key).build()).reviewed();
 * }</pre>
 *
 * <p>The key is sent to the server and told to nobody else: not to the log, to an exception or to what is remembered of
 * a question. The server learns the item's title, type and text, the name of its course, the brief that rules wrote, the day
 * and the zone. A host decides whether it may.
 *
 * <p>No answer is believed: it must be the JSON that was asked for, a date counts only with a quotation that is in the text,
 * and an answer that was cut off is not used. {@link #enrich} returns empty then.
 */
public final class ChatCompletionsEnricher implements Enricher {

    /** The address of NVIDIA's server, which is asked unless {@link Builder#url} says otherwise. */
    public static final String NVIDIA_URL = "https://integrate.api.nvidia.com/v1/chat/completions";

    /** The model that is asked unless {@link Builder#model} says otherwise. */
    public static final String DEFAULT_MODEL = "moonshotai/kimi-k2.5";

    private final ChatServer server;
    private final String model;
    private final int bodyCharLimit;
    private final int answerTokens;
    private final Duration coolDown;

    private ChatCompletionsEnricher(Builder settings) {
        this.server = new ChatServer(settings);
        this.model = settings.model;
        this.bodyCharLimit = settings.bodyCharLimit;
        this.answerTokens = settings.answerTokens;
        this.coolDown = settings.coolDown;
    }

    /**
     * Starts building an enricher.
     *
     * @param apiKey the key of the server; white space at its ends is dropped
     * @throws SettingsException if it is blank, or holds a space or a character that is not ASCII; the message does not show it
     */
    public static Builder withKey(String apiKey) {
        return new Builder(apiKey);
    }

    @Override
    public String name() {
        return model;
    }

    @Override
    public Duration coolDown() {
        return coolDown;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Asks again where that may help: after no answer, after 408, 409, 425 and 429, and after 500 and more. An answer of more
     * than four megabytes is of no use.
     *
     * @throws EnricherException temporary if all tries failed; permanent if the server refuses key, address or model
     */
    @Override
    public Optional<Brief> enrich(BriefRequest request, ModelTrace trace) {
        Prompt prompt = Prompt.of(request, bodyCharLimit);
        String asked = prompt.system() + "\n" + prompt.user();
        Optional<HttpAnswer> answer = server.ask(json(prompt), () -> trace.asked(asked));
        if (answer.isEmpty()) {
            trace.refused("the answer is too large");
            return Optional.empty();
        }
        return brief(answer.get(), request, trace);
    }

    private Optional<Brief> brief(HttpAnswer answer, BriefRequest request, ModelTrace trace) {
        trace.answered(server.shown(answer));
        if (!answer.ok()) {
            trace.refused("the server refused the question: HTTP " + answer.status());
            return Optional.empty();
        }
        return brief(answer.text(), request, trace);
    }

    private Optional<Brief> brief(String body, BriefRequest request, ModelTrace trace) {
        if (Answers.isCutOff(body)) {
            // What looks like an answer there may be a draft that the model would have thrown away.
            trace.refused("the answer was cut off at " + answerTokens + " tokens; allow more");
            return Optional.empty();
        }
        Optional<String> content = Answers.content(body).filter(words -> !words.isBlank());
        Optional<JsonNode> object = content.flatMap(words -> Answers.object(words, "summary_short"));
        if (object.isEmpty()) {
            trace.refused(content.isEmpty() ? "an empty answer" : "an answer without the JSON that was asked for");
            return Optional.empty();
        }
        BriefCheck.Verdict verdict = BriefCheck.of(BriefReader.read(object.get(), request, model), request);
        if (verdict.refusal() != null) {
            trace.refused(verdict.refusal());
        }
        return Optional.ofNullable(verdict.brief());
    }

    private String json(Prompt prompt) {
        Map<String, Object> body = new TreeMap<>();
        body.put("model", model);
        body.put("temperature", 0.2);
        body.put("max_tokens", answerTokens);
        body.put("stream", false);
        body.put(
                "messages",
                List.of(
                        Map.of("role", "system", "content", prompt.system()),
                        Map.of("role", "user", "content", prompt.user())));
        return Answers.write(body);
    }

    /** Never says the key. */
    @Override
    public String toString() {
        return "ChatCompletionsEnricher of " + model;
    }

    /** Settings of an enricher. Each method throws a {@link SettingsException} at once. Not for use by several threads. */
    public static final class Builder {
        final String apiKey;
        HttpUrl url = HttpUrl.get(NVIDIA_URL);
        String model = DEFAULT_MODEL;
        int bodyCharLimit = 12_000;
        int answerTokens = 16_000;
        Duration callDeadline = Duration.ofMinutes(5);
        int requestsPerMinute = 30;
        Duration coolDown = Duration.ofHours(3);
        RetryWaits waits = new RetryWaits(3, Duration.ofSeconds(2), Duration.ofMinutes(1));
        OkHttpClient http = new OkHttpClient();
        InstantSource clock = InstantSource.system();
        Pause pause = time -> Thread.sleep(time.toMillis());

        private Builder(String apiKey) {
            String key = apiKey.strip();
            if (key.isEmpty() || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
                throw SettingsException.wrongSecret(
                        "apiKey", "it must have letters, and none but those of a keyboard without spaces");
            }
            this.apiKey = key;
        }

        /**
         * Sets the address that questions are posted to, with its path. Redirects are not followed. Default: {@link #NVIDIA_URL}.
         *
         * @throws SettingsException if it is no http or https address
         */
        public Builder url(String address) {
            HttpUrl parsed = HttpUrl.parse(address.strip());
            if (parsed == null) {
                throw SettingsException.wrongSecret("url", "it must read like https://host/v1/chat/completions");
            }
            this.url = parsed;
            return this;
        }

        /**
         * Sets the model, by the name that the server gives it. It is stored with each brief. Default:
         * {@value ChatCompletionsEnricher#DEFAULT_MODEL}.
         *
         * @throws SettingsException if it is blank
         */
        public Builder model(String name) {
            if (name.isBlank()) {
                throw SettingsException.wrong("model", name, "it must be the name of a model");
            }
            this.model = name.strip();
            return this;
        }

        /**
         * Sets how many characters of an item's text the model is shown; what lies beyond is cut. Default: 12,000.
         *
         * @throws SettingsException if it is less than 1
         */
        public Builder bodyCharLimit(int characters) {
            this.bodyCharLimit = positive(characters, "bodyCharLimit");
            return this;
        }

        /**
         * Sets how many tokens an answer may have. The model's thoughts count too, and many models need more of them than for the
         * answer. An answer that is cut off there is of no use. Default: 16,000.
         *
         * @throws SettingsException if it is less than 1
         */
        public Builder answerTokens(int tokens) {
            this.answerTokens = positive(tokens, "answerTokens");
            return this;
        }

        /**
         * Sets how long one try may take from beginning to end; a model that thinks takes minutes. Default: five minutes.
         *
         * @throws SettingsException if it is less than a millisecond
         */
        public Builder callDeadline(Duration time) {
            this.callDeadline = positive(time, "callDeadline");
            return this;
        }

        /**
         * Sets how many requests are made in a minute at most, tries included. The next one waits. Default: 30.
         *
         * @throws SettingsException if it is less than 1
         */
        public Builder requestsPerMinute(int requests) {
            this.requestsPerMinute = positive(requests, "requestsPerMinute");
            return this;
        }

        /**
         * Sets how long the model is not asked about an item again after it failed. Default: three hours.
         *
         * @throws SettingsException if it is less than a millisecond
         */
        public Builder coolDown(Duration time) {
            this.coolDown = positive(time, "coolDown");
            return this;
        }

        /**
         * Sets how often a question is asked in all, and how long the waits in between are. Default: three times, about two and
         * four seconds.
         *
         * @param first the first wait; each one after it is twice as long, give or take a half
         * @param longest no wait is longer, whatever the server asks for. Default: a minute
         * @throws SettingsException if there is no try, no wait, or the longest wait is shorter than the first
         */
        public Builder retry(int tries, Duration first, Duration longest) {
            positive(tries, "tries");
            positive(first, "first");
            if (longest.compareTo(first) < 0) {
                throw SettingsException.wrong("longest", longest, "it must not be shorter than the first wait");
            }
            this.waits = new RetryWaits(tries, first, longest);
            return this;
        }

        /**
         * Sets the client whose connections, proxy and certificates are used. It sees the key: one that logs headers logs it.
         * Default: a new one.
         */
        public Builder http(OkHttpClient client) {
            this.http = Objects.requireNonNull(client, "client");
            return this;
        }

        /** Builds the enricher. Nothing is asked yet: a wrong key is noticed with the first brief. */
        public ChatCompletionsEnricher build() {
            return new ChatCompletionsEnricher(this);
        }

        private static int positive(int number, String name) {
            if (number < 1) {
                throw SettingsException.wrong(name, number, "it must be 1 or more");
            }
            return number;
        }

        private static Duration positive(Duration time, String name) {
            if (time.toMillis() < 1) {
                throw SettingsException.wrong(name, time, "it must be a millisecond or more");
            }
            return time;
        }
    }
}
