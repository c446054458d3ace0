/**
 * What an owner in danger is answered: fixed, reviewed words and the number of the country they are in. Nothing here is chosen by a model,
 * and nothing of it is coloured by who the avatar is.
 */
package viva.llm.crisis;
