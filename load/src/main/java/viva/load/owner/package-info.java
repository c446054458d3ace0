/** Owners who open accounts, make avatars and chat with them through the public REST of a world, as patiently as it asks them to be. */
package viva.load.owner;
