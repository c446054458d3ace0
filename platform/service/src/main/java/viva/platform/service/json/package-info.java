/** Strict JSON and ids in paths for the REST of every service. Found by the framework, called by nobody. */
package viva.platform.service.json;
