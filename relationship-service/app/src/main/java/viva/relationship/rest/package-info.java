/** The REST of the relationship service: bonds, each as one side sees it. Called by no other package; decides nothing. */
package viva.relationship.rest;
