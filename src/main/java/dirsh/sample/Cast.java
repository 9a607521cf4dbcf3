package dirsh.sample;

import java.util.EnumMap;
import java.util.Map;

/** Who plays which {@link Role} in a sample of a size: counts by share, scattered over the people without memory. */
final class Cast {

    /** At least a quarter stays plainly healthy, which only samples of less than some thirty people feel. */
    private static final int HEALTHY_PART = 4;

    private final int people;
    private final Spread spread;
    private final Map<Role, Integer> counts = new EnumMap<>(Role.class);

    Cast(int people) {
        this.people = people;
        this.spread = Spread.of(people);
        int left = people - Math.max(1, people / HEALTHY_PART);
        long share = 0;
        for (Role role : Role.values()) {
            // What rounding takes from or gives to a role is settled with the next ones, so that the sum stays right.
            share += (long) people * role.perMille();
            int least = role.starring() ? 1 : 0;
            int count = Math.min(left, (int) Math.max(least, share / 1000));
            counts.put(role, count);
            share -= count * 1000L;
            left -= count;
        }
        int others = counts.values().stream().mapToInt(Integer::intValue).sum();
        counts.put(Role.HEALTHY, people - others);
    }

    /** How many people play the role. */
    int count(Role role) {
        return counts.getOrDefault(role, 0);
    }

    /** The role of a person, by number from 0; the first person is plainly healthy. */
    Role role(int person) {
        long place = spread.at(person);
        for (Map.Entry<Role, Integer> entry : counts.entrySet()) {
            place -= entry.getValue();
            if (place < 0) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no person " + person + " in a cast of " + people);
    }

    /** The plainly healthy person before another one. */
    int healthyBefore(int person) {
        int before = person - 1;
        while (role(before) != Role.HEALTHY) {
            before--;
        }
        return before;
    }
}
