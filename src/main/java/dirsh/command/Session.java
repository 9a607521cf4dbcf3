package dirsh.command;

/** Placeholder: replaced by the engine work. */
public final class Session {}
