package io.github.ambientgpt.speechmodel;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that is there.
 *
 * @param id such as {@code whisper-base.en}
 * @param engine the id of the recognizer that reads it
 * @param path of its file or folder
 * @param size in bytes, of all its files
 * @param entry what the catalogue says of it; empty for a model of one's own
 * @since 0.1.0
 */
public record InstalledModel(
    String id, String engine, Path path, long size, Optional<SpeechModel> entry) {}
