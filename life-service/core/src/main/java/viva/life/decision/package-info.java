/**
 * The frame of every decision of the life service: what is to be read for it ({@link viva.life.decision.Read}), what it sees
 * ({@link viva.life.decision.View}, {@link viva.life.decision.Now}), and what it comes to ({@link viva.life.decision.Decision}: a result,
 * changes and messages). A service reads, decides, writes the changes in one transaction and sends the messages; a simulator keeps them in
 * memory. Nothing here asks a clock, a database or a broker.
 */
package viva.life.decision;
