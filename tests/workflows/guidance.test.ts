import { describe, expect, it } from 'vitest';
import { PATHWAYS, STAGES } from '#workflows/definition.ts';
import { glossary } from '#workflows/glossary.ts';
import { guidance, topicOf, topicsForStage, type Topic } from '#workflows/guidance.ts';

const BANNED = /\b(please|sorry|invalid|valid|oops|forbidden|required|e\.g|i\.e)\b/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const textsOf = (topic: Topic) => [topic.title, topic.summary, ...topic.sections.flatMap((s) => [s.heading, ...s.paragraphs, ...(s.bullets ?? [])])];
const everyText = [...guidance.flatMap(textsOf), ...glossary.flatMap((g) => [g.term, g.meaning])];
const paragraphs = [...guidance.flatMap((topic) => topic.sections.flatMap((s) => s.paragraphs)), ...glossary.map((g) => g.meaning)];
const sentences = (text: string) => text.split(/(?<=[.?:])["']?\s+/).filter(Boolean);
const wordsIn = (text: string) => text.split(/\s+/).length;

describe('guidance', () => {
  it('has a page for every pathway, every stage and each subject', () => {
    const subjects = ['tupe', 'legal-form', 'pensions', 'measuring-benefits', 'failure-planning', 'deciding', 'mentors'];
    for (const key of [...PATHWAYS, ...STAGES, ...subjects]) expect(topicOf(key), key).toBeDefined();
    expect(guidance).toHaveLength(PATHWAYS.length + STAGES.length + subjects.length);
    expect(new Set(guidance.map((topic) => topic.key)).size).toBe(guidance.length);
    expect(topicOf('nothing')).toBeUndefined();
  });

  it.each(guidance.map((topic) => [topic.key, topic] as const))('%s has sources and the dates they were checked', (_key, topic) => {
    expect(topic.sources.length).toBeGreaterThan(0);
    for (const source of topic.sources) {
      expect(source.title).not.toBe('');
      expect(source.checkedOn).toMatch(DAY);
      if (source.address) expect(source.address).toMatch(/^https:\/\//);
    }
    expect(topic.checkedOn).toMatch(DAY);
    expect(topic.sections.length).toBeGreaterThanOrEqual(3);
    expect(topic.forStages.length).toBeGreaterThan(0);
  });

  it('opens every topic about law by saying that it is not advice, on what it rests and when that was checked', () => {
    const legal = guidance.filter((topic) => topic.legal).map((topic) => topic.key);
    expect(legal).toEqual(expect.arrayContaining(['tupe', 'legal-form', 'pensions', 'public-service-mutual', 'contract', 'transfer', 'failure-planning']));
    for (const topic of guidance) {
      const opening = topic.sections[0]!.paragraphs[0]!;
      expect(opening.startsWith('This is guidance, not legal advice. It rests on '), topic.key).toBe(topic.legal === true);
      if (topic.legal) expect(opening).toMatch(/, which we checked on \d{1,2} [A-Z][a-z]+ \d{4}\.$/);
    }
  });

  it('offers the page of the stage first, and nothing of another pathway', () => {
    for (const stage of STAGES) {
      for (const pathway of PATHWAYS) {
        const [first, ...rest] = topicsForStage(stage, pathway);
        expect(first?.key).toBe(stage);
        const others = PATHWAYS.filter((key) => key !== pathway) as string[];
        expect(rest.filter((topic) => others.includes(topic.key))).toEqual([]);
      }
    }
  });
});

describe('the words', () => {
  it('uses no banned word, no exclamation mark, no curly quote and no label in braces', () => {
    expect(everyText.filter((text) => BANNED.test(text) || /[!’‘“”{}–]/.test(text))).toEqual([]);
  });
  it('keeps sentences short: 13 words on average, 30 at most', () => {
    const lengths = paragraphs.flatMap(sentences).map(wordsIn);
    expect(lengths.reduce((sum, n) => sum + n, 0) / lengths.length).toBeLessThan(13);
    expect(paragraphs.flatMap(sentences).filter((sentence) => wordsIn(sentence) > 30)).toEqual([]);
  });
  it('keeps lists to 6 items in lower case without full stops, each led in by a colon', () => {
    for (const topic of guidance) {
      for (const { heading, paragraphs: lead, bullets } of topic.sections) {
        if (!bullets) continue;
        expect(bullets.length, `${topic.key}: ${heading}`).toBeLessThanOrEqual(6);
        expect(lead.at(-1), `${topic.key}: ${heading}`).toMatch(/(:|\?|:")$/);
        for (const bullet of bullets) expect(bullet, topic.key).not.toMatch(/[.;,]$/);
      }
    }
  });
  it('writes headings and titles in sentence case', () => {
    const titles = guidance.flatMap((topic) => [topic.title, ...topic.sections.map((s) => s.heading)]);
    const proper = /^(Right|Request|Provide|NHS|English|TUPE|CIC)$/;
    const shouting = titles.filter((title) => title.split(/[\s,:]+/).slice(1).some((word) => /^[A-Z]/.test(word) && !proper.test(word)));
    expect(shouting).toEqual([]);
  });
});

describe('the glossary', () => {
  it('has each term once, in order, with a meaning that ends in a full stop', () => {
    const terms = glossary.map((g) => g.term);
    const short = glossary.flatMap((g) => g.also ?? []);
    expect(new Set(terms.map((term) => term.toLowerCase())).size).toBe(terms.length);
    expect(new Set([...terms, ...short].map((term) => term.toLowerCase())).size).toBe(terms.length + short.length);
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en-GB')));
    for (const { term, meaning } of glossary) expect(meaning, term).toMatch(/^[A-Z].*\.$/);
  });
  it.each([
    'Spin-out', 'RtR', 'RtP', 'Public service mutual', 'Social enterprise', 'Host organisation', 'Commissioner', 'SHA', 'TCS', 'Provider arm', 'EOI', 'IBP',
    'Due diligence', 'Board-to-board', 'Shadow form', 'Heads of terms', 'CIC', 'Asset lock', 'TUPE', 'ELI', 'Measures', 'New Fair Deal', 'Direction', 'AfC',
    'QIPP', 'CQUIN', 'KPI', 'Benefit', 'Baseline', 'Target', 'Contracted benefit', 'Monitored benefit', 'Coverage', 'CRS', 'Step-in', 'PSR',
    'Most suitable provider process', 'Direct award', 'Standstill', 'Representation', 'Social value', 'Social Enterprise Mark', 'SEIF', 'MIS', 'MISF',
    'Mutuals Support Programme', 'AQP', 'DPULO', 'VCS', 'Staff side', 'JNCC', 'CNST', 'NHS Resolution', 'CQC', 'DSPT', 'DPIA', 'Condition', 'Blocks',
    'Early-warning indicator', 'Second line', 'Approval', 'Assurance', 'Sign-off', 'Surplus',
  ])('explains %s', (term) => {
    expect(glossary.some((g) => g.term === term || g.also?.includes(term))).toBe(true);
  });
});
