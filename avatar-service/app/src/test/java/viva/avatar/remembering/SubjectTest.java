package viva.avatar.remembering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryDraft;
import viva.avatar.memory.Origin;
import viva.avatar.profile.Checked;
import viva.contracts.Audience;
import viva.contracts.WorldTime;

class SubjectTest {
    private static Memory memory(String content) {
        MemoryDraft draft = new MemoryDraft(
                "interaction",
                content,
                null,
                .5,
                List.of(),
                WorldTime.parse("2030-01-01T12:00:00Z"),
                Audience.OWNER,
                null,
                null,
                new Origin(true, false, List.of(), null, Instant.EPOCH));
        return ((Checked.Accepted<Memory>) Memory.check(draft)).value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my dog|My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”.|true",
                "my dog|My owner has two dogs.|true",
                "my dog Bruno|Bruno has to see the vet.|true",
                "my dog Bruno|My owner's other dog is called Rex.|false",
                "my new job|My owner works as a nurse; the job is hard.|true",
                "my new job|My owner lives in New York.|false",
                "o Bruno|O cachorro da minha pessoa se chama Bruno. Minha pessoa me contou: “Meu cachorro se chama Bruno”.|true",
                "o meu trabalho|Minha pessoa gosta de trabalhos manuais.|true",
                "it|My owner has two dogs.|false"
            })
    void a_memory_speaks_of_it_or_not(String about, String content, boolean speaks) {
        assertThat(Subject.of(about).isIn(memory(content))).isEqualTo(speaks);
    }

    @Test
    void of_nothing_no_memory_speaks() {
        assertThat(Subject.of("").isIn(memory("My owner has two dogs."))).isFalse();
    }
}
