/** A personality as the numbers that the formulas of a life take. Fixed at birth; depends on nothing that changes. */
package viva.life.temperament;
