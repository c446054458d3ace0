package viva.untidy.mind;

import viva.untidy.reader.Reader;

/** Needs the capability that needs a part of this one. */
public record Mind(Reader reader) {}
