/**
 * The addresses of a service with several replicas: which is asked next, and when a question goes to another one. Used by the clients of other
 * services; knows no question.
 */
package viva.gateway.replica;
