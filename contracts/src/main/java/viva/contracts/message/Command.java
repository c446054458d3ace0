package viva.contracts.message;

/** Something one receiver is asked to do. Published on {@code viva.commands}; the routing key is the receiver's queue. */
public sealed interface Command extends Message permits LifeCommand, SpeakV1, MemoryCommand {}
