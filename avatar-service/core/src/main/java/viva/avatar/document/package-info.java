/**
 * JSON documents that strangers wrote: read within limits, field by field, with everything that is wrong in them collected by its path. Called by
 * {@code card} and {@code soul}, which know what the fields mean.
 */
package viva.avatar.document;
