/** The limits of the whole llm service; everything else is in the packages below. */
package viva.llm;
