/** JMH benchmarks of the core: ticks, catching up, the codec, and the size of a mind. Part of no service. */
package viva.life.benchmark;
