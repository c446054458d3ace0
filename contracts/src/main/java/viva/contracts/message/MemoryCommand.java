package viva.contracts.message;

/** What the avatar service is asked to do with memories. Those about one avatar come in order. */
public sealed interface MemoryCommand extends Command permits RememberV1, RecalledV1, ForgetAboutV1 {}
