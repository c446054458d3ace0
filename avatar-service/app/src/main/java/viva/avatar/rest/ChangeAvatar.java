package viva.avatar.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import viva.avatar.profile.Details;
import viva.avatar.profile.Rejection;
import viva.avatar.registry.Avatar;
import viva.avatar.registry.Registry;

/**
 * The body of {@code PATCH /avatars/{id}}: a JSON merge patch (RFC 7396). What is left out stays, and {@code null} clears. It has
 * setters because only they tell a null from nothing.
 */
public class ChangeAvatar implements Registry.Change {
    private final Set<String> told = new HashSet<>();
    private String name;
    private String bio;
    private String gender;
    private Integer age;
    private String locale;
    private String persona;
    private Boolean active;
    private Boolean modelAllowed;

    public void setName(String name) {
        told.add("name");
        this.name = name;
    }

    public void setBio(String bio) {
        told.add("bio");
        this.bio = bio;
    }

    public void setGender(String gender) {
        told.add("gender");
        this.gender = gender;
    }

    public void setAge(Integer age) {
        told.add("age");
        this.age = age;
    }

    public void setLocale(String locale) {
        told.add("locale");
        this.locale = locale;
    }

    public void setPersona(String persona) {
        told.add("persona");
        this.persona = persona;
    }

    /** False lets the avatar rest, true wakes it. */
    public void setActive(Boolean active) {
        told.add("active");
        this.active = active;
    }

    /** False lets no language model speak for the avatar or read what is said to it. */
    public void setModelAllowed(Boolean modelAllowed) {
        told.add("model_allowed");
        this.modelAllowed = modelAllowed;
    }

    /** Refused whatever it says: who an avatar is does not change. */
    @Schema(hidden = true)
    public void setPersonality(JsonNode personality) {
        told.add("personality");
    }

    @Override
    public Details details(Avatar now) {
        if (told.contains("personality")) {
            throw Refusals.of(new Rejection.Fixed("personality"));
        }
        Details is = Details.of(now.profile());
        return Refusals.orThrow(Details.check(
                told.contains("name") ? name : is.name(),
                told.contains("bio") ? bio : is.bio(),
                told.contains("gender") ? gender : is.gender(),
                told.contains("age") ? age : is.age(),
                told.contains("locale") ? locale : is.locale(),
                told.contains("persona") ? persona : is.persona()));
    }

    @Override
    public boolean active(Avatar now) {
        if (told.contains("active") && active == null) {
            throw Refusals.of(new Rejection.Missing("active"));
        }
        return told.contains("active") ? active : now.active();
    }

    @Override
    public boolean offlineOnly(Avatar now) {
        if (told.contains("model_allowed") && modelAllowed == null) {
            throw Refusals.of(new Rejection.Missing("model_allowed"));
        }
        return told.contains("model_allowed") ? !modelAllowed : now.profile().offlineOnly();
    }
}
