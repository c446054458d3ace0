/**
 * What becomes of messages whose handling failed, and of a consumer while something it needs is away. Pure: time, failures and answers come in as
 * values, and what is to be done comes out as values. Modules that talk to a server contribute a {@link viva.platform.messaging.outage.Diagnosis}.
 */
package viva.platform.messaging.outage;
