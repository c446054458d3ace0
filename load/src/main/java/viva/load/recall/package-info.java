/** How well memories are found: questions asked, what came back, and the figures of that. The computing of figures is pure. */
package viva.load.recall;
