package viva.untidy.reader;

import viva.untidy.mind.danger.Danger;

/** Needs a part of the capability that needs this one. */
public record Reader(Danger heard) {}
