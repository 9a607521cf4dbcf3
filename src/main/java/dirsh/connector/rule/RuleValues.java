package dirsh.connector.rule;

import java.util.Optional;

/** What a rule can ask for: the tags of the entry at hand, and the parameters of the connector's INI file. */
public interface RuleValues {

    /** The entry's value of a tag; empty if it has none. Case does not matter. */
    String tag(String name);

    /**
     * A parameter of Exchconn.ini; empty if there is none.
     *
     * @param section the section; without one the home section of the agent that maps
     */
    String parameter(String name, Optional<String> section);
}
