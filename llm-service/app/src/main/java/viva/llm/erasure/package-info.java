/**
 * What happens here when an avatar is erased. Everything that keeps something of an avatar is an {@link viva.llm.erasure.Erasable};
 * nothing here knows what that is.
 */
package viva.llm.erasure;
