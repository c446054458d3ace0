package viva.untidy.shelf;

import java.sql.Connection;

/** Knows SQL. */
public record BookTable(Connection connection) {}
