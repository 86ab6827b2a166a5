package dev.unitracker.crash;

/**
 * A point of a look at which the process is killed.
 *
 * @param look the look
 * @param point the number of the point, from 1
 * @param where what happens there
 */
record Kill(PlannedLook look, int point, String where) {

    @Override
    public String toString() {
        return look + ", point " + point + ": " + where;
    }
}
