package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.pipeline.ExtractedFacts.Fact;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A language model writes the note from the facts: in one go, with the transcript beside them, when
 * its context allows; else without it; else section by section. A section whose facts are still too
 * many is condensed, again and again while that helps, and then written in pieces.
 */
final class ModelWriteStage implements Stage<ExtractedFacts, Draft> {
  private static final Logger log = LoggerFactory.getLogger(ModelWriteStage.class);

  private final PromptedModel model;
  private final Template template;
  private final NoteLength length;
  private final ShownTranscript shown;
  private final Condenser condenser;

  ModelWriteStage(
      PromptedModel model, Template template, NoteLength length, Transcript transcript) {
    this.model = model;
    this.template = template;
    this.length = length;
    this.shown = new ShownTranscript(transcript);
    this.condenser = new Condenser(model, shown);
  }

  @Override
  public String name() {
    return "write";
  }

  @Override
  public Draft run(ExtractedFacts extracted, Monitor monitor) {
    Draft draft = draft(extracted, monitor);
    if (draft.parts().stream().allMatch(part -> part.written().isEmpty())) {
      throw EngineException.lasting(
          model.name() + " answered without any section of the template.", null);
    }
    return draft;
  }

  private Draft draft(ExtractedFacts extracted, Monitor monitor) {
    List<TemplateSection> all = template.sections();
    Question whole = question(all);
    if (fits(whole, extracted.facts())) {
      try {
        return new Draft(template, List.of(part(whole, all, extracted.facts(), monitor)));
      } catch (EngineException e) {
        if (e.retriable() || all.size() == 1) {
          throw e;
        }
        log.info(
            "{} does not manage the whole note; it is asked for each section", model.name(), e);
      }
    }
    return bySection(extracted, monitor);
  }

  private Question question(List<TemplateSection> sections) {
    return NoteQuestion.of("write", model, template, sections, length);
  }

  /** The note is hardly longer than its facts, so that these must fit the answer as well. */
  private boolean fits(Question question, List<Fact> facts) {
    String block = block(question, facts);
    return question.fits(block) && question.tokens(block) <= question.answerRoom();
  }

  private String block(Question question, List<Fact> facts) {
    return question.block("facts", new FactsReader(shown).lines(facts));
  }

  /** Facts that a model fails at are parted in two once: its answer was too long. */
  private List<Draft.Part> parts(
      Question question, List<TemplateSection> wanted, List<Fact> facts, Monitor monitor) {
    try {
      return List.of(part(question, wanted, facts, monitor));
    } catch (EngineException e) {
      if (e.retriable() || facts.size() == 1) {
        throw e;
      }
      int half = facts.size() / 2;
      return List.of(
          part(question, wanted, facts.subList(0, half), monitor),
          part(question, wanted, facts.subList(half, facts.size()), monitor));
    }
  }

  private Draft.Part part(
      Question question, List<TemplateSection> wanted, List<Fact> facts, Monitor monitor) {
    String block = block(question, facts);
    String all = block + question.block("transcript", shown.lines());
    List<Section> written =
        question.ask(question.fits(all) ? all : block, new SectionsReader(wanted, shown), monitor);
    return new Draft.Part(wanted, facts, written);
  }

  private Draft bySection(ExtractedFacts extracted, Monitor monitor) {
    Map<TemplateSection, List<Fact>> filed = new LinkedHashMap<>();
    template.sections().forEach(section -> filed.put(section, new ArrayList<>()));
    for (Fact fact : extracted.facts()) {
      TemplateSection section = template.sectionFor(fact.kind()).orElse(template.sections().get(0));
      filed.get(section).add(fact);
    }
    List<Draft.Part> parts = new ArrayList<>();
    int done = 0;
    for (Map.Entry<TemplateSection, List<Fact>> section : filed.entrySet()) {
      parts.addAll(section(section.getKey(), section.getValue(), monitor));
      monitor.report(name(), (double) ++done / filed.size());
    }
    return new Draft(template, parts);
  }

  private List<Draft.Part> section(TemplateSection section, List<Fact> facts, Monitor monitor) {
    if (facts.isEmpty()) {
      return List.of();
    }
    List<TemplateSection> wanted = List.of(section);
    Question question = question(wanted);
    List<Draft.Part> parts = new ArrayList<>();
    List<Fact> condensed = condenser.condensed(facts, few -> fits(question, few), monitor);
    for (List<Fact> few : pieces(question, condensed)) {
      parts.addAll(parts(question, wanted, few, monitor));
    }
    return parts;
  }

  /** As many facts in each as fit; one alone is never more than a sentence or two. */
  private List<List<Fact>> pieces(Question question, List<Fact> facts) {
    List<List<Fact>> pieces = new ArrayList<>();
    List<Fact> piece = new ArrayList<>();
    for (Fact fact : facts) {
      piece.add(fact);
      if (piece.size() > 1 && !fits(question, piece)) {
        piece.remove(piece.size() - 1);
        pieces.add(piece);
        piece = new ArrayList<>(List.of(fact));
      }
    }
    pieces.add(piece);
    return pieces;
  }
}
