/**
 * The reading of a visit: what was said in it, clause by clause, and how it was meant. Read once,
 * immutable, and the same for all that use it.
 *
 * <pre>{@code
 * Reading reading = ClinicalReader.english().read(transcript, Monitor.NONE);
 * for (Clause clause : reading.clauses()) {
 *   for (Mention mention : clause.mentions()) {
 *     if (mention.assertion().isPlain()) { // affirmed, certain, so now, and the patient's
 *       …
 *     }
 *   }
 * }
 * Clause claim = ClinicalReader.english().statement("Denies chest pain.");
 * }</pre>
 *
 * <ul>
 *   <li>A {@code Clause} has its words as {@code Tokens}, an {@code Assertion} for each of them,
 *       its {@code Mention}s (clinical concepts), {@code Amount}s with their owner, {@code Side}s,
 *       and the evidence.
 *   <li>A question's mentions have the polarity that its answer gave them; {@code OPEN} when nobody
 *       answered. {@code Reading.answer} and {@code Reading.questions} lead from one to the other.
 *   <li>An {@code Assertion} says polarity, certainty, status (had, has, planned, ordered, done,
 *       resulted, stopped, conditional, declined), whose it is, and the trend. A term that holds
 *       its own negator ("can't catch my breath") is affirmed.
 *   <li>What negates, supposes or ends stands in {@code cues.tsv}, classes of words in {@code
 *       words.tsv}; both are sorted, and a test holds that.
 * </ul>
 */
package io.github.ambientgpt.core.reading;
