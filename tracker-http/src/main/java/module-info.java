/** The way of the adapters to servers: retries, budgets, hidden secrets, failures in words. */
module dev.unitracker.http {
    requires static transitive org.jspecify;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires okio;
    requires org.slf4j;
    requires transitive okhttp3;

    exports dev.unitracker.http;
}
