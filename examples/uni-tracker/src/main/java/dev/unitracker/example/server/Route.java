package dev.unitracker.example.server;

import java.util.List;
import java.util.Objects;

/**
 * One path of the server with one method. Immutable.
 *
 * @param verb the method
 * @param path the path, with the names of its variable parts in braces, for example <code>/items/{id}</code>
 * @param scope what whoever asks has to be allowed
 * @param ofAccount whether it is about an account: then it is also reached under <code>/accounts/{account}</code>
 * @param parameters what may be asked for in the query; any other name is refused
 * @param handling answers
 */
public record Route(
        Verb verb, String path, Scope scope, boolean ofAccount, List<Parameter<?>> parameters, Handling handling) {

    /** The path under which an account's routes lie. */
    public static final String OF_ACCOUNT = "/accounts/{account}";

    /** Copies the list. Null is refused. */
    public Route {
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(handling, "handling");
        parameters = List.copyOf(parameters);
    }

    /** Returns a route that reads an account. */
    public static Route get(String path, Handling handling) {
        return new Route(Verb.GET, path, Scope.READ, true, List.of(), handling);
    }

    /** Returns a route that answers in a student's name. */
    public static Route post(String path, Handling handling) {
        return new Route(Verb.POST, path, Scope.ACT, true, List.of(), handling);
    }

    /** Returns a route that takes an answer of the student back. */
    public static Route delete(String path, Handling handling) {
        return new Route(Verb.DELETE, path, Scope.ACT, true, List.of(), handling);
    }

    /** Returns this route with parameters in the query. */
    public Route taking(Parameter<?>... some) {
        return new Route(verb, path, scope, ofAccount, List.of(some), handling);
    }

    /** Returns this route for those who are allowed something else. */
    public Route needing(Scope other) {
        return new Route(verb, path, other, ofAccount, parameters, handling);
    }

    /** Returns this route as one of the server as a whole, which is about no account. */
    public Route ofServer() {
        return new Route(verb, path, scope, false, parameters, handling);
    }

    /** Returns the whole paths that lead to it. */
    public List<String> paths() {
        return ofAccount ? List.of(path, OF_ACCOUNT + path) : List.of(path);
    }
}
