/** What a shard keeps of each of its avatars. Knows no database. */
package viva.life.resident;
