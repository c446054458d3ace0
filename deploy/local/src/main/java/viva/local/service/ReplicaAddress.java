package viva.local.service;

import java.net.URI;

/**
 * Where one process of a service listens.
 *
 * @param url what other services and people ask
 * @param management health and metrics, on loopback always
 */
public record ReplicaAddress(URI url, URI management) {}
