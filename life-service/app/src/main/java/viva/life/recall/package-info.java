/**
 * What comes to an avatar's mind at its owner's message: asked of the avatar service within a limit, beside the reading of the message. May be called by
 * shards; knows nothing of minds. An avatar service that is away or late costs memories, never an answer.
 */
package viva.life.recall;
