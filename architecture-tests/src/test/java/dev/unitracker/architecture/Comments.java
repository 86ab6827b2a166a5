package dev.unitracker.architecture;

import java.util.List;

/**
 * What is told of the promised types of some files, and what is not.
 *
 * @param promises the types, methods and record components that need a comment
 * @param javadoc how many lines of the files of promised types are Javadoc
 * @param lines how many lines these files have, blank ones left out
 */
record Comments(List<Promise> promises, int javadoc, int lines) {

    /** Something that users see, and whether a comment tells what it is. */
    record Promise(Sort sort, String name, boolean told) {}

    /** The sorts of what users see. */
    enum Sort {
        TYPE,
        METHOD,
        COMPONENT
    }

    Comments {
        promises = List.copyOf(promises);
    }

    static Comments of(List<Sources.Parsed> files) {
        List<CommentReader> read = files.stream().map(CommentReader::of).toList();
        return new Comments(
                read.stream().flatMap(file -> file.promises().stream()).toList(),
                read.stream().mapToInt(file -> file.lines().javadoc()).sum(),
                read.stream().mapToInt(file -> file.lines().all()).sum());
    }

    /** Returns the names of what no comment tells, in the order of the sources. */
    List<String> untold(Sort sort) {
        return promises.stream()
                .filter(promise -> promise.sort() == sort && !promise.told())
                .map(Promise::name)
                .toList();
    }

    /** Returns how many things of a sort users see. */
    long count(Sort sort) {
        return promises.stream().filter(promise -> promise.sort() == sort).count();
    }

    /** Returns which part of the lines is Javadoc, in percent. */
    double share() {
        return 100.0 * javadoc / Math.max(1, lines);
    }
}
