package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.error.UnknownNameException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models that can be downloaded, with what is known of them. Immutable.
 *
 * @since 0.1.0
 */
public final class ModelCatalogue {
  private final List<SpeechModel> models;

  /**
   * @param models each id and file once
   */
  public ModelCatalogue(List<SpeechModel> models) {
    this.models = List.copyOf(models);
    if (models.stream().map(SpeechModel::id).distinct().count() != models.size()
        || models.stream().map(SpeechModel::file).distinct().count() != models.size()) {
      throw new IllegalArgumentException("A model stands twice in the catalogue");
    }
  }

  /** That which comes with the program; {@code catalogue.tsv} says where its facts are from. */
  public static ModelCatalogue builtin() {
    return Builtin.CATALOGUE;
  }

  /** Read when it is first asked for, and once: whoever looks for a model asks. */
  private static final class Builtin {
    static final ModelCatalogue CATALOGUE = read();

    private static ModelCatalogue read() {
      List<SpeechModel> models = new ArrayList<>();
      Table.read(ModelCatalogue.class, "catalogue.tsv", row -> models.add(model(row)));
      return new ModelCatalogue(models);
    }
  }

  private static SpeechModel model(List<String> row) {
    return new SpeechModel(
        row.get(0),
        row.get(1),
        row.get(2),
        Long.parseLong(row.get(3)),
        row.get(4),
        row.get(5),
        row.get(6),
        URI.create(row.get(7)));
  }

  /** In the catalogue's order: by engine, the smaller before the larger. */
  public List<SpeechModel> all() {
    return models;
  }

  /** The model with this id, or whose file or folder has this name. */
  public Optional<SpeechModel> find(String name) {
    return models.stream()
        .filter(
            model ->
                name.equals(model.id())
                    || name.equals(model.file())
                    || name.equals(model.installedName()))
        .findFirst();
  }

  /**
   * @throws UnknownNameException when there is none
   */
  public SpeechModel get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "model to download", name, models.stream().map(SpeechModel::id).toList()));
  }

  Optional<SpeechModel> bySha256(String digest) {
    return models.stream().filter(model -> model.sha256().equals(digest)).findFirst();
  }
}
