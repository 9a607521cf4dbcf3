package dirsh.command;

import dirsh.model.Person;

/**
 * A person a rule reports.
 *
 * @param rule the rule's id
 * @param person whom it is about
 * @param text what is wrong, in one sentence
 */
public record RuleFinding(String rule, Person person, String text) {}
