/** Who makes a request: verified tokens, account and roles. Used by the REST of every service; what a caller may see is decided there. */
package viva.platform.service.identity;
