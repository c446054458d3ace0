/** What decisions need of a voice that answers in the process. Implemented by the service; knows no phrasebook. */
package viva.life.voice;
