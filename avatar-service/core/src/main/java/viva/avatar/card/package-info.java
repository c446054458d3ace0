/**
 * Character cards of other programs: {@code chara_card_v2}, {@code chara_card_v3} and the flat fields before them, as JSON and within PNG. What a card
 * says becomes a profile; what it orders ({@code system_prompt}, {@code post_history_instructions}, lore books) is kept with the original and read by
 * nothing, and no address in it is called. Pure.
 */
package viva.avatar.card;
