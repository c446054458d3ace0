package viva.untidy.question;

import viva.untidy.answer.Answer;

/** Needs the package that needs this one. */
public record Question(Answer expected) {}
