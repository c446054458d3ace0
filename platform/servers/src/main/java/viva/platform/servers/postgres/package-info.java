/** A private PostgreSQL, and a role and schema for each service in any PostgreSQL. Knows no table. */
package viva.platform.servers.postgres;
