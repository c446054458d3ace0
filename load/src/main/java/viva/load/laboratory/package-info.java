/**
 * The ranking of the avatar service's core over dialogues, in this process and without any server: what each part of it is worth, and which weights and
 * thresholds suit. Knows the core, the stems and the embedding models; nothing of the services.
 */
package viva.load.laboratory;
