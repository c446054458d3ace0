/** Words to stems, by Lucene's analysers. Used by whoever stores or finds memories; knows nothing of either. */
package viva.avatar.language;
