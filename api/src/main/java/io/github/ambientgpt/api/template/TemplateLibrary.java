package io.github.ambientgpt.api.template;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The templates that a person can write under: those that come with the program and the folder that
 * the properties name, and the person's own. One's own takes the place of another of its name.
 */
@Service
public class TemplateLibrary {
  private static final int LONGEST_NAME = 100;

  private final Templates shared;
  private final OwnTemplates own;

  TemplateLibrary(Templates shared, OwnTemplates own) {
    this.shared = shared;
    this.own = own;
  }

  /**
   * @throws UnknownNameException when there is none of that name
   */
  public Template get(UUID person, String name) {
    return own.find(person, name).map(OwnTemplates.Own::template).orElseGet(() -> shared.get(name));
  }

  List<TemplateView> all(UUID person) {
    List<TemplateView> views = new ArrayList<>();
    own.all(person).forEach(each -> views.add(view(each)));
    List<String> taken = views.stream().map(TemplateView::name).toList();
    for (Template template : shared.all()) {
      if (taken.stream().noneMatch(template.name()::equalsIgnoreCase)) {
        views.add(TemplateView.builtin(template, shared.source(template.name())));
      }
    }
    views.sort(Comparator.comparing(TemplateView::name, String.CASE_INSENSITIVE_ORDER));
    return views;
  }

  TemplateView view(UUID person, String name) {
    return own.find(person, name)
        .map(TemplateLibrary::view)
        .orElseGet(() -> TemplateView.builtin(shared.get(name), shared.source(name)));
  }

  private static TemplateView view(OwnTemplates.Own each) {
    return TemplateView.of(each.template(), each.source(), each.version());
  }

  TemplateView create(UUID person, String source) {
    Template template = parse(source);
    own.create(person, template.name(), source);
    return view(person, template.name());
  }

  TemplateView replace(UUID person, String name, String source, IfMatch ifMatch) {
    requireOwn(person, name);
    Template template = parse(source);
    if (!template.name().equals(view(person, name).name())) {
      throw ApiException.field(
          "source", "its name is another: a template keeps its name, copy it to have another");
    }
    own.replace(person, name, source, ifMatch);
    return view(person, name);
  }

  void delete(UUID person, String name, IfMatch ifMatch) {
    requireOwn(person, name);
    own.delete(person, name, ifMatch);
  }

  private void requireOwn(UUID person, String name) {
    if (own.find(person, name).isEmpty()) {
      shared.get(name); // says which there are, when there is none at all
      throw new ApiException(
          ProblemType.CONFLICT,
          "This template comes with the program and cannot be changed. Make one of your own from it: one of the same name takes its place.");
    }
  }

  private static Template parse(String source) {
    Template template = Templates.parse(source, "the template");
    if (template.name().length() > LONGEST_NAME) {
      throw ApiException.field(
          "source", "the name is longer than %d characters".formatted(LONGEST_NAME));
    }
    return template;
  }
}
