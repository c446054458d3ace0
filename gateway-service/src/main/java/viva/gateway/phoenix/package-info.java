/**
 * The Phoenix Channels protocol on WebSockets: frames, the rules of a socket ({@link viva.gateway.phoenix.SocketSession}), its limits. Packages
 * with topics contribute a {@link viva.gateway.phoenix.ChannelFamily}; what a topic is about is not known here.
 */
package viva.gateway.phoenix;
