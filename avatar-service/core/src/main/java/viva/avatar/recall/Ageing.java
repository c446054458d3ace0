package viva.avatar.recall;

/** By which clock a memory ages. */
public enum Ageing {
    /** Real time: an owner is in it, it was posted, or it is pinned. */
    REAL,
    /** The world's time: a memory among avatars. */
    WORLD
}
