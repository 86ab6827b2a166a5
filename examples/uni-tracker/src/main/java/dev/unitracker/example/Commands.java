package dev.unitracker.example;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the console it prints to and what it takes from its process. */
final class Commands implements IFactory {

    private final Console console;
    private final Surroundings surroundings;

    Commands(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(console, surroundings.clock()));
        }
        if (type == SimulatorCommand.class) {
            return type.cast(new SimulatorCommand(console, surroundings));
        }
        if (type == SyncCommand.class) {
            return type.cast(new SyncCommand(console, surroundings));
        }
        if (type == DigestCommand.class) {
            return type.cast(new DigestCommand(console, surroundings));
        }
        if (type == BackfillCommand.class) {
            return type.cast(new BackfillCommand(console, surroundings));
        }
        if (type == WatchCommand.class) {
            return type.cast(new WatchCommand(console, surroundings));
        }
        if (type == ServeCommand.class) {
            return type.cast(new ServeCommand(console, surroundings));
        }
        if (type == ReplayCommand.class) {
            return type.cast(new ReplayCommand(console, surroundings));
        }
        if (type == FeedCommand.class) {
            return type.cast(new FeedCommand(console, surroundings));
        }
        if (type == PruneCommand.class) {
            return type.cast(new PruneCommand(console, surroundings));
        }
        if (type == AccountCommand.class) {
            return type.cast(new AccountCommand(console, surroundings));
        }
        if (type == WorkerCommand.class) {
            return type.cast(new WorkerCommand(console, surroundings));
        }
        if (type == ApiCommand.class) {
            return type.cast(new ApiCommand(console, surroundings));
        }
        if (type == BackupCommand.class) {
            return type.cast(new BackupCommand(console, surroundings));
        }
        if (type == RestoreCommand.class) {
            return type.cast(new RestoreCommand(console, surroundings));
        }
        if (type == KeyCommand.class) {
            return type.cast(new KeyCommand(console));
        }
        if (type == TokenCommand.class) {
            return type.cast(new TokenCommand(console, surroundings));
        }
        if (type == MigrateArtifactsCommand.class) {
            return type.cast(new MigrateArtifactsCommand(console, surroundings));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
