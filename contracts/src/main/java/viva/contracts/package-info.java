/**
 * The words that all services share: ids, quantities and views of an avatar as types that check themselves. Used everywhere, also in the
 * pure cores. Knows no service and no framework; of technology only how its types stand in JSON.
 */
package viva.contracts;
