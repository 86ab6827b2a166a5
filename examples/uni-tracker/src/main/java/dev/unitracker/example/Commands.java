package dev.unitracker.example;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the console it prints to. */
final class Commands implements IFactory {

    private final Console console;
    private final Map<String, String> environment;
    private final Path folder;

    Commands(Console console, Map<String, String> environment, Path folder) {
        this.console = console;
        this.environment = environment;
        this.folder = folder;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(console));
        }
        if (type == SyncCommand.class) {
            return type.cast(new SyncCommand(console, environment, folder));
        }
        if (type == DigestCommand.class) {
            return type.cast(new DigestCommand(console, environment, folder));
        }
        if (type == BackfillCommand.class) {
            return type.cast(new BackfillCommand(console, environment, folder));
        }
        if (type == WatchCommand.class) {
            return type.cast(new WatchCommand(console, environment, folder));
        }
        if (type == ReplayCommand.class) {
            return type.cast(new ReplayCommand(console, environment, folder));
        }
        if (type == PruneCommand.class) {
            return type.cast(new PruneCommand(console, environment, folder));
        }
        if (type == MigrateArtifactsCommand.class) {
            return type.cast(new MigrateArtifactsCommand(console, environment, folder));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
