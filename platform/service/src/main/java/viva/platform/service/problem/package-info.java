/**
 * Failures of requests as {@code application/problem+json} (RFC 9457): rejections, outages and bugs. Every package with a rejection throws
 * {@link viva.platform.service.problem.Rejected}; kinds of one service are declared there, not here.
 */
package viva.platform.service.problem;
