package viva.untidy.answer;

import viva.untidy.question.Question;

/** Needs the package that needs this one. */
public record Answer(Question asked) {}
