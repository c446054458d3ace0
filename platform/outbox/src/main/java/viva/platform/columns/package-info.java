/** Many rows in one statement, as arrays of columns. Used by every table of the reactive PostgreSQL client that writes in batches; knows no table. */
package viva.platform.columns;
