import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changed, moved, sectionsOf, without, withSection } from './sections';

const BUILT_IN = '../core/ambient-gpt-core/src/main/resources/io/github/ambientgpt/core/template';
const soap = readFileSync(`${BUILT_IN}/soap.yaml`, 'utf8');
const titles = (source: string) => sectionsOf(source)?.map(({ title }) => title);

/** As one types: with words of one's own before, between and after. */
const TYPED = `# of our clinic
name: Ours
sections: # in this order
  - title: "Why: today"
    instruction: What the patient
      came for.

  # the rest
  - title: 'What we''ll do'
    holds: [plan,
      procedure]
    instruction: |-
      First.

      Then.
description: Short
`;

describe('the sections of a text', () => {
  it('are read of every template that comes with the program', () => {
    const files = readdirSync(BUILT_IN).filter((file) => file.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const source = readFileSync(`${BUILT_IN}/${file}`, 'utf8');
      expect(titles(source), file).toEqual([...source.matchAll(/^ +- title: (.*)$/gm)].map(([, title]) => title!.replaceAll('"', '')));
      expect(sectionsOf(source)!.every(({ instruction }) => instruction.length > 20 && !/\n|^>/.test(instruction)), file).toBe(true);
    }
  });

  it('are read as the api writes a template', () => {
    const source = 'name: Ours\nsections:\n  - title: Plan\n    holds:\n    - plan\n    - procedure\n    instruction: What is ordered.\n';
    expect(sectionsOf(source)).toEqual([{ title: 'Plan', holds: 'plan, procedure', instruction: 'What is ordered.' }]);
    expect(changed(source, 0, 'title', 'Orders')).toBe(source.replace('title: Plan', 'title: Orders'));
  });

  it('are read in each form that a person writes', () => {
    expect(sectionsOf(TYPED)).toEqual([
      { title: 'Why: today', holds: '', instruction: 'What the patient came for.' },
      { title: "What we'll do", holds: 'plan, procedure', instruction: 'First.\n\nThen.' },
    ]);
  });

  it.each(['', 'sections: [', 'sections:\n', 'sections: [{title: A}]', 'sections:\n  - title: *a', 'sections:\n  - titel: A', 'sections:\n  - title: A\n    title: B', 'sections:\n\t- title: A'])(
    'are not guessed of %j',
    (source) => expect(sectionsOf(source)).toBeUndefined(),
  );
});

describe('a change', () => {
  it('moves a section and leaves all else as it was typed', () => {
    expect(titles(moved(soap, 3, -1))).toEqual(['Subjective', 'Objective', 'Plan', 'Assessment']);
    expect(moved(moved(soap, 3, -1), 2, 1)).toBe(soap);
    expect(moved(moved(TYPED, 0, 1), 1, -1)).toBe(TYPED);
    expect(moved(TYPED, 0, 1)).toContain('\n\n  # the rest\n  - title: "Why: today"');
  });

  it('removes a section, or adds one at the end', () => {
    expect(titles(without(soap, 0))).toEqual(['Objective', 'Assessment', 'Plan']);
    expect(without(withSection(TYPED, 'More'), 2)).toBe(TYPED);
    expect(sectionsOf(withSection(TYPED, 'More'))!.at(-1)).toEqual({ title: 'More', holds: '', instruction: '' });
    expect(withSection(TYPED, 'More')).toMatch(/Then\.\n {2}- title: More\ndescription: Short/);
  });

  it('keeps every remark where it stands', () => {
    const remarked = `sections:
  # first
  -   title: Plan # as we call it
      # for the model
      instruction:
        # in short
        What is ordered. # nothing else
  # second
  - instruction: >- # at length
      What was found.
    title: Findings
# last
`;
    const remarks = (source: string) => source.match(/#.*/g);
    const told = changed(changed(changed(remarked, 0, 'title', 'Orders: all'), 0, 'instruction', 'First.\nSecond.'), 1, 'instruction', 'All of it.');
    expect(sectionsOf(told)).toEqual([
      { title: 'Orders: all', holds: '', instruction: 'First.\nSecond.' },
      { title: 'Findings', holds: '', instruction: 'All of it.' },
    ]);
    expect(remarks(told)).toEqual(remarks(remarked));
    expect(titles(moved(told, 0, 1))).toEqual(['Findings', 'Orders: all']);
    expect(remarks(moved(told, 0, 1))).toHaveLength(8);
    expect(moved(moved(told, 0, 1), 1, -1)).toBe(told);
    expect(titles(withSection(told, 'More'))).toEqual(['Orders: all', 'Findings', 'More']);
    expect(remarks(without(remarked, 1))).toHaveLength(7);
  });

  it.each(['Next steps', 'no', 'Plan: what we do', '# 1', '"so"', "the patient's", 'Überweisung'])('gives a section the title %j', (title) => {
    const source = changed(soap, 3, 'title', title);
    expect(titles(source)).toEqual(['Subjective', 'Objective', 'Assessment', title]);
    expect(sectionsOf(source)!.map(({ instruction }) => instruction)).toEqual(sectionsOf(soap)!.map(({ instruction }) => instruction));
  });

  it.each(['Short.', 'A: b # c "d" \'e\' [f] {g} - h', 'One.\n\n  Two, further in.\nThree.', `${'long words '.repeat(60)}end`, 'two  spaces', ''])('tells a section %j', (instruction) => {
    for (const at of [0, 1]) {
      const source = changed(TYPED, at, 'instruction', instruction);
      expect(sectionsOf(source)![at]!.instruction).toBe(instruction);
      expect(sectionsOf(source)![1 - at]).toEqual(sectionsOf(TYPED)![1 - at]);
      expect(Math.max(...source.split('\n').map((line) => line.length))).toBeLessThanOrEqual(118);
    }
  });
});
