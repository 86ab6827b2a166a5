package dev.unitracker.example.server;

import java.util.List;
import java.util.stream.Stream;

/** All routes that answer about accounts. */
public final class Api {

    private Api() {}

    /** Returns the routes, those of each kind of thing together. */
    public static List<Route> routes(Premises premises) {
        return Stream.of(
                        HealthRoutes.all(premises),
                        CourseRoutes.all(),
                        ItemRoutes.all(),
                        SearchRoutes.all(),
                        ChangeRoutes.all(),
                        EventRoutes.all(),
                        AheadRoutes.all(),
                        LookRoutes.all(),
                        TellRoutes.all(),
                        FeedRoutes.all(),
                        OpenApi.routes())
                .flatMap(List::stream)
                .toList();
    }
}
