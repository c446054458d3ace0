/**
 * What happens here when an avatar is erased: nothing of it stays on any timeline, in Redis or in a channel. It hears of erasures
 * from the avatar service. Accounts are erased in {@code viva.gateway.account}.
 */
package viva.gateway.erasure;
