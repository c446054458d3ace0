/**
 * Why a mind changed: one step of a life, lived again and put into words from its cause to the act. Called by the history and the REST; changes no
 * mind.
 */
package viva.life.explanation;
