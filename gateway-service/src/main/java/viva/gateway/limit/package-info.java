/** How often things may be asked, and by whom: an account, a device, or the network that a request comes from. */
package viva.gateway.limit;
