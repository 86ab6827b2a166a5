package dev.unitracker.example.server;

import io.javalin.http.Context;

/** Lets requests in, or refuses them. It is asked by several threads. */
public interface Gate {

    /** Lets everybody in. Only for a server that nobody else can reach. */
    Gate OPEN = new Gate() {
        @Override
        public void enter(Context request) {
            // Whoever reaches it may come in.
        }

        @Override
        public void pass(Context request, Route route, String account) {
            // Whoever came in may ask anything.
        }

        @Override
        public boolean knows(Context request, String account) {
            return true;
        }
    };

    /**
     * Is asked first, of every request, also where there is no such path. It may add headers to the answer.
     *
     * @throws Refusal if it is refused
     */
    void enter(Context request);

    /**
     * Is asked once it is known what is asked for, before the account is looked up.
     *
     * @param route what is asked for
     * @param account the name of the account that it is about, whether there is one or not; of a route that is about none, that of
     *     the standard account
     * @throws Refusal if it is refused
     */
    void pass(Context request, Route route, String account);

    /**
     * Tells whether whoever asks may read an account, once the request was let {@link #pass}: what anybody may ask is answered with
     * less to those who may not.
     *
     * @param account the name of the account, whether there is one or not
     */
    boolean knows(Context request, String account);
}
