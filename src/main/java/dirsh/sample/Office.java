package dirsh.sample;

import java.util.List;

/**
 * Where people work; it is also their organizational unit.
 *
 * @param city its city
 * @param country its country code
 * @param dialling the numbers in front of an extension
 */
record Office(String city, String country, String dialling) {

    static final List<Office> ALL = List.of(
            new Office("London", "GB", "+44 20 5550"),
            new Office("Berlin", "DE", "+49 30 5550"),
            new Office("München", "DE", "+49 89 5550"),
            new Office("Lyon", "FR", "+33 4 5550"),
            new Office("Kraków", "PL", "+48 12 5550"),
            new Office("Malmö", "SE", "+46 40 5550"),
            new Office("Porto", "PT", "+351 22 5550"),
            new Office("Boston", "US", "+1 617 555"),
            new Office("Osaka", "JP", "+81 6 5550"));
}
