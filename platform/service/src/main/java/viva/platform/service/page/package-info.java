/** Pages of lists: the request, the cursor, the answer. Used by the REST of every service; knows no table. */
package viva.platform.service.page;
