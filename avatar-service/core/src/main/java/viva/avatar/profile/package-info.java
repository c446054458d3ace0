/**
 * Validation of profiles: drafts come in; values in their normal form, or every {@link viva.avatar.profile.Rejection} at once, go out. Pure; knows
 * neither storage nor HTTP.
 */
package viva.avatar.profile;
