package dirsh.model;

/**
 * Where one stored item is, beside what it holds.
 *
 * @param duplicate the source's own number that tells items of one name apart
 * @param place of its value
 */
public record ItemPlace(int duplicate, Place place) {}
