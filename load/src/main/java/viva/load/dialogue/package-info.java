/**
 * Dialogues with questions about them, as files: the JSON form of LoCoMo (Maharana et al. 2024, "Evaluating very long-term conversational memory of LLM
 * agents"). Nothing here knows how they are stored or searched.
 */
package viva.load.dialogue;
