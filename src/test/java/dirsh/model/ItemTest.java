package dirsh.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ItemTest {

    @Test
    void names_are_the_same_but_for_the_case_of_any_letter() {
        int same = 0;
        for (int own = 0; own < 0x250; own++) {
            for (int its = 0; its <= 0x2200; its++) {
                String name = (char) own + "ame";
                String other = (char) its + "AME";
                boolean named = Item.text(name, "").isNamed(other);
                if (named != name.equalsIgnoreCase(other)) {
                    assertThat(named).as("%x and %x", own, its).isEqualTo(!named);
                }
                same += named ? 1 : 0;
            }
        }
        assertThat(same).isGreaterThan(0x250);
        assertThat(Item.text("K", "").isNamed("\u212A")).as("the Kelvin sign").isTrue();
        assertThat(Item.text("", "").isNamed("")).isTrue();
        assertThat(Item.text("Form", "").isNamed("Forms")).isFalse();
    }
}
