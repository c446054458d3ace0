/** The outbox and the inbox in the transaction of a Hibernate session, and documents in its columns. For services with Panache; knows no message. */
package viva.platform.panache;
