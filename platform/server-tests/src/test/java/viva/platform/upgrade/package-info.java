/** What earlier versions left in the databases of the services, and that the migrations of this one take it over. */
package viva.platform.upgrade;
