/**
 * Architecture rules for ArchUnit: {@link viva.platform.rules.ModuleRules} of every module, {@link viva.platform.rules.CoreRules} of pure
 * cores, {@link viva.platform.rules.ServiceRules} of services. For tests of any module; knows frameworks by name only, so that a core's
 * tests need none.
 */
package viva.platform.rules;
