package dev.unitracker.example;

import java.util.Arrays;
import java.util.Optional;

/**
 * All settings that there are: what each is for, whose it is, and whether it is a secret. The table in {@code docs/settings.md} is
 * made of it, as a test sees to.
 */
enum Setting {
    MOODLE_BASE_URL(Sort.OWN, "", "the site, like https://campus.example.edu"),
    MOODLE_TOKEN(Sort.OWN_SECRET, "", "a web-service token; or both of the next"),
    MOODLE_USERNAME(Sort.OWN_SECRET, "", "the student's name at the site"),
    MOODLE_PASSWORD(Sort.OWN_SECRET, "", "the password"),
    MOODLE_ICS_URL(
            Sort.OWN_SECRET,
            "",
            "instead of all these the address of the calendar's export: deadlines and events only"),
    MOODLE_SERVICE(Sort.SHARED, "moodle_mobile_app", "the web service"),
    ACCOUNT(Sort.HOST, "default", "the name of the account that these settings are of"),
    TIME_ZONE(Sort.SHARED, "America/Argentina/Buenos_Aires", "the student's zone"),
    LANGUAGE(Sort.SHARED, "es", "the language of messages: es or en"),
    QUIET_HOURS(Sort.SHARED, "", "when nobody is disturbed, like 22:00-07:00"),
    DAILY_DIGEST_HOUR(Sort.SHARED, "7", "from which hour on the digest of the day is sent; off for none"),
    STALE_SYNC_THRESHOLD_HOURS(Sort.SHARED, "6", "after how many hours without a look it is told"),
    TELEGRAM_BOT_TOKEN(Sort.SHARED_SECRET, "", "the bot that tells, as @BotFather gives it"),
    TELEGRAM_CHAT_ID(Sort.OWN, "", "the chats that are told, with commas"),
    TELEGRAM_API_URL(Sort.SHARED, "https://api.telegram.org", "a Bot API server"),
    TELEGRAM_POLLING_ENABLED(Sort.SHARED, "true", "whether commands and buttons are answered"),
    WEBHOOK_URL(Sort.OWN_SECRET, "", "a program that is told, by signed webhooks"),
    WEBHOOK_SECRET(Sort.OWN_SECRET, "", "and the secret that it knows too; several with commas"),
    DISCORD_WEBHOOK_URL(Sort.OWN_SECRET, "", "a webhook of a Discord channel; several with commas"),
    NTFY_URL(Sort.OWN_SECRET, "", "a topic of ntfy; several with commas"),
    NTFY_TOKEN(Sort.OWN_SECRET, "", "a token, if the topic is closed"),
    MAIL_SMTP_URL(Sort.SHARED_SECRET, "", "a mail server, smtps://user:password@host"),
    MAIL_FROM(Sort.SHARED, "", "who sends"),
    MAIL_TO(Sort.OWN, "", "and who is told by e-mail; several with commas"),
    NOTIFY_COMMAND(Sort.OWN_SECRET, "", "a command that gets each message"),
    SYNC_UPDATES_INTERVAL_MINUTES(Sort.SHARED, "20", "how often it is asked what is new"),
    SYNC_COURSES_INTERVAL_MINUTES(Sort.SHARED, "30", "how often courses are read"),
    SYNC_CONTENTS_INTERVAL_MINUTES(Sort.SHARED, "60", "how often what courses hold is read"),
    SYNC_FORUMS_INTERVAL_MINUTES(Sort.SHARED, "30", "how often forums are read"),
    SYNC_ASSIGNMENTS_INTERVAL_MINUTES(Sort.SHARED, "60", "how often assignments are read"),
    SYNC_QUIZZES_INTERVAL_MINUTES(Sort.SHARED, "60", "how often quizzes are read"),
    SYNC_GRADES_INTERVAL_MINUTES(Sort.SHARED, "180", "how often grades are read"),
    SYNC_CALENDAR_INTERVAL_MINUTES(Sort.SHARED, "60", "how often the calendar is read"),
    SYNC_FILES_INTERVAL_MINUTES(
            Sort.SHARED, "90", "how often files are read; the shortest of all is the time between looks"),
    SYNC_LEAST_INTERVAL_MINUTES(Sort.SHARED, "5", "a worker looks no more often than this"),
    SYNC_MOST_INTERVAL_MINUTES(Sort.SHARED, "360", "and no more seldom than this"),
    FILE_DOWNLOAD_LIMIT_PER_RUN(Sort.SHARED, "500", "how many files one look reads"),
    MAX_FILE_EXTRACT_BYTES(Sort.SHARED, "52428800", "how large a file may be that is read"),
    WORKER_THREADS(Sort.HOST, "8", "how many looks a worker makes at once"),
    SITE_REQUESTS_PER_MINUTE(Sort.HOST, "240", "how many requests all workers together make to one site"),
    WORKER_METRICS_PORT(
            Sort.HOST, "0", "the port of this machine at which a worker shows its numbers to Prometheus; 0 for none"),
    KEEP_HISTORY_DAYS(
            Sort.HOST,
            "400",
            "after how many days workers remove runs, deliveries and questions to models; 0 for never"),
    KEEP_RAW_DAYS(Sort.HOST, "0", "after how many days they remove raw answers; 0 for never"),
    ACCOUNTS_FILE(Sort.HOST, "accounts.yaml", "a file of further accounts"),
    UNI_TRACKER_KEY(Sort.HOST_SECRET, "", "the key that credentials in the store are encrypted under"),
    DATABASE_URL(
            Sort.HOST_SECRET,
            "",
            "jdbc:h2:…, jdbc:postgresql:… or postgresql://…; without it a file in the folder data"),
    DATA_PATH(Sort.HOST, "data", "the folder for database and answers"),
    RAW_STORAGE_PATH(Sort.HOST, "data/raw", "the folder where answers are kept"),
    ARTIFACT_STORAGE_BACKEND(Sort.HOST, "local", "local, or s3 to keep answers in a bucket"),
    S3_BUCKET(Sort.HOST, "", "the bucket"),
    S3_ENDPOINT_URL(Sort.HOST, "", "a server other than Amazon's"),
    S3_REGION(Sort.HOST, "", "the region"),
    S3_KEY_PREFIX(Sort.HOST, "", "what the names of all answers begin with"),
    S3_ACCESS_KEY_ID(Sort.HOST_SECRET, "", "who logs in to the bucket"),
    S3_SECRET_ACCESS_KEY(Sort.HOST_SECRET, "", "and with which secret"),
    ENABLE_LLM(Sort.SHARED, "false", "whether a language model writes briefs"),
    NVIDIA_API_KEY(Sort.HOST_SECRET, "", "the key of the model's server"),
    NVIDIA_API_URL(Sort.HOST, "NVIDIA's", "any OpenAI-compatible chat completions"),
    NVIDIA_MODEL(Sort.HOST, "moonshotai/kimi-k2.5", "the model"),
    LLM_BODY_CHAR_LIMIT(Sort.HOST, "12000", "how much of a text the model is shown"),
    LLM_MAX_TOKENS(Sort.HOST, "16000", "how much it may think and answer"),
    LLM_TIMEOUT_SECONDS(Sort.HOST, "300", "how long one answer may take"),
    API_HOST(Sort.HOST, "127.0.0.1", "the address of this machine that the API listens at"),
    API_PORT(Sort.HOST, "8000", "and the port; 0 for any that is free"),
    API_REQUESTS_PER_MINUTE(
            Sort.HOST, "6000", "how many requests each token, and each address without one, may make in a minute"),
    PUBLIC_URL(Sort.HOST, "", "the address under which others reach the API, like https://tracker.example.org"),
    APP_ENV(Sort.HOST, "local", "what /health says of where it runs"),
    LOG_LEVEL(Sort.HOST, "WARN", "DEBUG, INFO, WARN, ERROR or OFF");

    /** Whose a setting is. */
    private enum Sort {
        /** Of one account, and of nobody else. */
        OWN(true, false),
        OWN_SECRET(true, true),
        /** An account that says nothing of it has it as the settings of the process are. */
        SHARED(true, false),
        SHARED_SECRET(true, true),
        /** Of the process. */
        HOST(false, false),
        HOST_SECRET(false, true);

        private final boolean ofAnAccount;
        private final boolean secret;

        Sort(boolean ofAnAccount, boolean secret) {
            this.ofAnAccount = ofAnAccount;
            this.secret = secret;
        }
    }

    private final Sort sort;
    private final String otherwise;
    private final String words;

    Setting(Sort sort, String otherwise, String words) {
        this.sort = sort;
        this.otherwise = otherwise;
        this.words = words;
    }

    /** Returns the one of a name; empty if there is none. */
    static Optional<Setting> find(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /** Tells whether an account can have a value of its own. */
    boolean ofAnAccount() {
        return sort.ofAnAccount;
    }

    /** Tells whether an account must not have it from the settings of the process, which are those of another student. */
    boolean ofOneAccountOnly() {
        return sort == Sort.OWN || sort == Sort.OWN_SECRET;
    }

    boolean secret() {
        return sort.secret;
    }

    /** Returns what counts where nobody says anything; empty if there is nothing. */
    String otherwise() {
        return otherwise;
    }

    /** Returns what it is for. */
    String words() {
        return words;
    }
}
