package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.Tracker;
import dev.unitracker.error.SettingsException;
import dev.unitracker.example.account.HostedAccount;
import dev.unitracker.example.server.Hosted;
import dev.unitracker.example.worker.Student;
import dev.unitracker.example.worker.Worker;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hosted accounts, as a server sees them. Paths without an account are about that of the environment; where there is none, about
 * the first by name. It is also reached as {@value Hosting#DEFAULT}, unless another one has that name.
 */
final class HostedAccounts implements Hosted {

    private static final Logger log = LoggerFactory.getLogger("unitracker.server");

    private final Installation installation;
    private final Hosting hosting;
    private final HostedStudents students;

    HostedAccounts(Installation installation, HostedStudents students) {
        this.installation = installation;
        this.hosting = installation.hosting();
        this.students = students;
    }

    @Override
    public String standard() {
        return hosting.standard();
    }

    @Override
    public String meant(String name) {
        return hosting.meant(name);
    }

    @Override
    public SortedSet<String> names() {
        return hosting.all().stream().map(HostedAccount::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<Account> account(String name) {
        return student(name)
                .map(student -> student.tracker().account())
                // What was seen of one that is paused, or whose settings are wrong, can be read all the same.
                .or(() -> hosting.find(meant(name))
                        .flatMap(known -> installation.accounts().account(known.name())));
    }

    @Override
    public Map<String, Long> lastChanges(Set<String> accounts) {
        return installation.accounts().lastChanges(accounts);
    }

    @Override
    public Optional<Instant> siteRestsUntil(String name) {
        return student(name)
                .flatMap(student ->
                        Worker.restsUntil(installation.store().database(), student.site(), installation.clock()));
    }

    @Override
    public Optional<Tracker> tracker(String name) {
        return student(name).map(Student::tracker);
    }

    private Optional<Student> student(String name) {
        try {
            return students.find(meant(name));
        } catch (SettingsException e) {
            log.warn("{} cannot be looked at: {}", name, e.getMessage());
            return Optional.empty();
        }
    }
}
