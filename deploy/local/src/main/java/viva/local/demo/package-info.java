/**
 * The accounts and avatars that a local world begins with, made through the public REST. Called when a world starts; knows no service but the
 * gateway.
 */
package viva.local.demo;
