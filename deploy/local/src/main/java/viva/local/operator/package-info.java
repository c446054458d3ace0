/** Who runs the world: marks accounts in the gateway's database. */
package viva.local.operator;
