/**
 * Questions to the other services, in the name of an {@link viva.gateway.backend.Asker}: one bean for each capability over package-private REST, with
 * one deadline, other addresses when one fails, and one kind of failure, {@link viva.platform.service.problem.Rejected}, which is a problem in REST and a
 * refusal on a channel. Called by REST, channels and erasure; must not interpret answers for them.
 */
package viva.gateway.backend;
