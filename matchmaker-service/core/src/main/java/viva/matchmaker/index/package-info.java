/** An index in memory of everybody who can be matched, which compares one with all, exactly. Pure, and not safe for concurrent use: callers lock. */
package viva.matchmaker.index;
