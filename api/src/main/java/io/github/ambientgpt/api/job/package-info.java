/**
 * Long work. A route gives it to {@link io.github.ambientgpt.api.job.Jobs#submit} and answers 202;
 * a bean of {@link io.github.ambientgpt.api.job.JobWork} does it in any of the processes that share
 * the database, and what came of it is kept in the transaction in which the job ends.
 */
package io.github.ambientgpt.api.job;
